const ORDINARY = /^[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPRST][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]$/;

/** Where an omocode has letters in the place of digits (DM of 12 March 1974, art. 6): the letter of each digit. */
const DIGIT_PLACES = new Set([6, 7, 9, 10, 12, 13, 14]);
const LETTERS = 'LMNPQRSTUV';

/**
 * A tax code without the last sign, which only checks the others, and with the digits of an omocode. Two people can have
 * the same base: the law gave one of them an omocode. Another code, as of 11 digits, is its own base.
 */
export function baseCode(taxCode: string): string {
	if (!ORDINARY.test(taxCode)) return taxCode;
	const digit = (sign: string, place: number) => {
		const at = DIGIT_PLACES.has(place) ? LETTERS.indexOf(sign) : -1;
		return at < 0 ? sign : String(at);
	};
	return [...taxCode.slice(0, 15)].map(digit).join('');
}
