import { leavesOne } from './remainder';

const SHAPE = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/;
/** Countries whose length is checked: the register of IBANs says 27 for Italy and San Marino. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
	['IT', 27],
	['SM', 27]
]);

/** Whether a text is an IBAN (ISO 13616), in any case and with any spaces. */
export function isIban(text: string): boolean {
	const iban = text.replaceAll(' ', '').replaceAll(/[a-z]/g, (letter) => letter.toUpperCase());
	const length = LENGTHS.get(iban.slice(0, 2)) ?? iban.length;
	return SHAPE.test(iban) && iban.length === length && leavesOne(iban);
}
