const CODE_OF_A = 'A'.charCodeAt(0);

/**
 * The check of ISO 7064 (mod 97-10), as IBAN and creditor reference use it: the first four characters go to the end,
 * letters become numbers from 10 to 35, and the number leaves 1 when divided by 97.
 * @param text digits and capital letters
 */
export function leavesOne(text: string): boolean {
	let rest = 0;
	for (const sign of text.slice(4) + text.slice(0, 4)) {
		const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - CODE_OF_A + 10;
		rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
	}
	return rest === 1;
}
