import { createHmac, hkdfSync } from 'node:crypto';
import { CheckDigitizer, Parser } from '@marketto/codice-fiscale-utils';
import type { Day } from '$lib/domain/calendar/instant';
import type { PersonNames } from '$lib/domain/person/person';
import type { TaxCodeDoubt } from '$lib/domain/person/tax-code-doubt';
import { config } from '$lib/server/config';

/** The library looks places up in a list of its own; the portal asks nothing about places, so it gives no list. */
const parser = new Parser({} as never);

const ORDINARY = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;
const PROVISIONAL = /^\d{11}$/;

/** A code as it is kept: capitals, without spaces, dashes and dots. */
export const plainTaxCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.\-–]/g, '');

/**
 * What is unusual or cannot be in a tax code (DM 345 of 23 December 1976, and DM of 12 March 1974 for codes of 11
 * digits). Names and birth date are compared where they are told. Nothing of it stops anybody.
 */
export function taxCodeDoubts(person: PersonNames, birthDate: Day | null): TaxCodeDoubt[] {
	const { taxCode } = person;
	if (!taxCode) return ['none'];
	if (PROVISIONAL.test(taxCode)) return isProvisional(taxCode) ? ['provisional'] : ['check-sign'];
	if (!ORDINARY.test(taxCode)) return ['shape'];
	const found: TaxCodeDoubt[] = [];
	if (CheckDigitizer.checkDigit(taxCode.slice(0, 15)) !== taxCode[15]) found.push('check-sign');
	if (parser.cfOmocodeId(taxCode) !== 0) found.push('omocode');
	if (taxCode[11] === 'Z') found.push('born-abroad');
	return [...found, ...mismatches(person, birthDate)];
}

/** A code of 11 digits ends with a digit that the first ten give, as a VAT number does. */
function isProvisional(code: string): boolean {
	const sum = [...code].map(Number).reduce((total, digit, index) => {
		const twice = index % 2 === 0 ? digit : digit * 2;
		return total + (twice > 9 ? twice - 9 : twice);
	}, 0);
	return sum % 10 === 0;
}

function mismatches({ taxCode, givenName, familyName }: PersonNames, birthDate: Day | null): TaxCodeDoubt[] {
	const found: TaxCodeDoubt[] = [];
	// The library gives nothing for a name in another script, which says nothing about the code.
	const family = familyName && parser.lastNameToCf(familyName);
	const given = givenName && parser.firstNameToCf(givenName);
	if (family && family !== taxCode.slice(0, 3)) found.push('family-name');
	if (given && given !== taxCode.slice(3, 6)) found.push('given-name');
	const [year, month, day] = dayOfCode(taxCode);
	if (day === null || month === null) found.push('impossible-day');
	else if (birthDate && birthDate.slice(2) !== `${year}-${month}-${day}`) found.push('birth-date');
	return found;
}

/** Year in two digits, month and day; null where the code has none that exists. The century is not in a code. */
function dayOfCode(code: string): [string | null, string | null, string | null] {
	const born = parser.cfToBirthDate(code);
	if (!born) return [null, null, null];
	const [year = '', month = '', day = ''] = born.toISOString().slice(2, 10).split('-');
	return [year, month, day];
}

let hashKey: Buffer | undefined;

/** The keyed hash by which a person is found by tax code; null without one. An omocode is a code of its own. */
export function taxCodeHash(taxCode: string): string | null {
	if (!taxCode) return null;
	hashKey ??= Buffer.from(hkdfSync('sha256', config().masterKey, '', 'persons.tax_code_hash', 32));
	return createHmac('sha256', hashKey).update(taxCode).digest('hex');
}
