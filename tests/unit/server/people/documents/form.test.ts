import { describe, expect, it } from 'vitest';
import { holderKey } from '$lib/domain/documents/holder';
import { OWN, toldForm } from '$lib/server/people/documents/form';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { incomeYears } from '../../../../../src/routes/(applicant)/my/documents/income-years';

/** The form as a browser sends it. */
function sent(explanation: string) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ issued: '2026-03-04', expires: '', name: 'Nadia Haddad', explanation }))
		form.append(name, value);
	return parseForm(toldForm([]), form);
}

describe('what a person explains of a document', () => {
	it('may have several lines', () => {
		const read = sent('Mi sono sposata.\r\n\r\nPrima mi chiamavo Esempio.');
		expect(read).toMatchObject({ data: { explanation: 'Mi sono sposata.\n\nPrima mi chiamavo Esempio.' } });
	});

	it('is as long as the field lets a person write, with the ends of its lines', () => {
		expect(sent(`x${'\r\n'.repeat(998)}x`)).toMatchObject({ ok: true });
		expect(sent(`x${'\r\n'.repeat(999)}x`)).toMatchObject({ ok: false, errors: { explanation: expect.any(String) } });
	});

	it('is refused with signs that nobody sees', () => {
		expect(sent('testo\u202Ealtro')).toMatchObject({ ok: false, errors: { explanation: expect.any(String) } });
	});
});

describe('to whom a document belongs', () => {
	const holder = { relation: 'child', birthDate: '2015-03-04', givenName: 'Lina' } as const;
	const parse = (given?: string) => {
		const form = new FormData();
		if (given !== undefined) form.append('holder', given);
		return parseForm(toldForm([holder]), form);
	};
	it('is the person, or one of the members', () => {
		expect(parse()).toMatchObject({ data: { holder: null } });
		expect(parse(OWN)).toMatchObject({ data: { holder: null } });
		expect(parse(holderKey(holder))).toMatchObject({ data: { holder } });
	});
	it.each(['child/2015-03-04/Altra', 'x', '__proto__'])('is nobody else: %s', (given) =>
		expect(parse(given)).toMatchObject({ ok: false, errors: { holder: expect.any(String) } })
	);
});

describe('the years whose income a person may tell of', () => {
	it('are six, and keep one that was told before', () => {
		expect(incomeYears('2026-11-30T10:00:00.000Z')).toEqual([2026, 2025, 2024, 2023, 2022, 2021]);
		expect(incomeYears('2026-11-30T10:00:00.000Z', 2024)).toHaveLength(6);
		expect(incomeYears('2028-11-30T10:00:00.000Z', 2021)).toEqual([2028, 2027, 2026, 2025, 2024, 2023, 2021]);
	});
});
