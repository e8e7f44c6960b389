import { describe, expect, test } from 'vitest';
import { isAcceptedLevel, readClaims } from '../../../../src/lib/server/platform/identity/claims';

const ITALIAN = 'https://attributes.eid.gov.it/';
const told = { taxCode: '', givenName: '', familyName: '', birthDate: '', birthPlace: '', email: '' };
const nothing = { ...told, emailVerified: false };

describe('the claims of a person', () => {
	test.each([
		[{ fiscal_number: 'TINIT-RSSMRA80A01F205X' }],
		[{ [`${ITALIAN}fiscal_number`]: 'TINIT-RSSMRA80A01F205X' }],
		[{ [`${ITALIAN}fiscal_number`]: 'rssmra80a01f205x' }],
		[{ fiscalNumber: 'tinit-RSSMRA80A01F205X' }]
	])('the tax code is read from %j', (raw) => {
		expect(readClaims(raw, {})).toEqual({ ...nothing, taxCode: 'RSSMRA80A01F205X' });
	});

	test('names, birth date and address, under plain names or those of the Italian profile', () => {
		const names = { given_name: 'Anna', family_name: "D'Angelo" };
		const wanted = { ...nothing, givenName: 'Anna', familyName: "D'Angelo", birthDate: '1980-02-29', email: 'a@b.it' };
		expect(readClaims({ ...names, birthdate: '1980-02-29', email: 'a@b.it' }, {})).toEqual(wanted);
		const italian = { [`${ITALIAN}date_of_birth`]: '1980-02-29', [`${ITALIAN}e_mail`]: 'a@b.it' };
		expect(readClaims({ ...names, ...italian }, {})).toEqual(wanted);
	});

	test.each([
		[{ place_of_birth: { locality: 'Milano', country: 'IT' } }, 'Milano'],
		[{ [`${ITALIAN}place_of_birth`]: 'Roma' }, 'Roma'],
		[{ placeOfBirth: 'F205' }, ''],
		[{ place_of_birth: { country: 'IT' } }, '']
	])('the place of birth of %j is %j: a code of the land register says nothing', (raw, birthPlace) => {
		expect(readClaims(raw, {})).toEqual({ ...nothing, birthPlace });
	});

	test('a name that the settings map is read there alone', () => {
		const raw = { codice: 'RSSMRA80A01F205X', fiscal_number: 'TINIT-BNCLRA80A01F205X' };
		expect(readClaims(raw, { fiscal_number: 'codice' }).taxCode).toBe('RSSMRA80A01F205X');
	});

	test('a claim of another shape counts as not told', () => {
		const odd = { fiscal_number: 7, given_name: ['Anna'], family_name: {}, birthdate: '1980-02-30', email: null };
		expect(readClaims(odd, {})).toEqual(nothing);
		expect(readClaims({ email_verified: 'true', given_name: 'x'.repeat(201) }, {})).toEqual(nothing);
		expect(readClaims({}, { given_name: 'constructor' })).toEqual(nothing);
	});
});

test('a level is accepted when it is one of the list; none at all is refused', () => {
	const levels = ['https://www.spid.gov.it/SpidL2', 'https://www.spid.gov.it/SpidL3'];
	expect(levels.map((level) => isAcceptedLevel(level, levels))).toEqual([true, true]);
	for (const other of ['https://www.spid.gov.it/SpidL1', '', undefined, null, levels, 2])
		expect(isAcceptedLevel(other, levels), String(other)).toBe(false);
});
