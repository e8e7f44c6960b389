import { expect, test } from 'vitest';
import { agreementTerm } from '$lib/domain/rent/agreement-term';
import { milan2023 } from '$lib/domain/rent/agreements/milan-2023';

test.each([
	['2026-09-19', 'holds'],
	['2026-09-20', 'over'],
	['2030-01-01', 'over']
])('on %s the Milan agreement %s, about: its deposit is not known', (today, state) =>
	expect(agreementTerm(milan2023, today)).toEqual({ state, risesFrom: '2026-09-20', about: true })
);

test('a known deposit gives the day', () => {
	const deposited = { ...milan2023, depositedOn: '2023-10-02' };
	expect(agreementTerm(deposited, '2026-10-01')).toEqual({ state: 'holds', risesFrom: '2026-10-02', about: false });
});
