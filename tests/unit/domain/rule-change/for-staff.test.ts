import { expect, it } from 'vitest';
import type { EffectOnRequest, Effects } from '$lib/domain/rule-change/effects';
import { forStaff, SHOWN } from '$lib/domain/rule-change/for-staff';

const out = (...failed: EffectOnRequest['after']['failed']) => ({ failed, points: 0, place: null, home: null });
const one: EffectOnRequest = {
	pseudonym: 'p',
	before: out(),
	after: out('seriousHandicap', 'isee', 'emergency'),
	home: 'same'
};
const effects = (touched: readonly EffectOnRequest[]) => ({ requests: 1, touched }) as unknown as Effects;

it('never names a requirement of health or safety, nor how many of them failed', () => {
	const [shown] = forStaff(effects([one])).touched;
	expect(shown).toEqual({ ...one, after: { ...one.after, failed: ['confidential', 'isee'] } });
	expect(JSON.stringify(shown)).not.toMatch(/Handicap|emergency/);
});

it('gives a page so many rows and no more', () => {
	expect(forStaff(effects(Array.from({ length: SHOWN + 5 }, () => one))).touched).toHaveLength(SHOWN);
});
