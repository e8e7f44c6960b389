const ITALIAN = /^\d{1,3}(\.\d{3})*(,\d{1,2})?$/;
const PLAIN = /^\d{1,9}([.,]\d{1,2})?$/;

/**
 * An amount or an area as people type it (`1.250,50`, `58,5`, `58.5`, `1250`, with or without € or m²), in integer
 * hundredths; null when it is not one. A point before exactly three digits separates thousands, as in Italian.
 */
export function readHundredths(text: string): number | null {
	const bare = text.replace(/€|euro|m²|mq|m2/gi, '').replace(/\s/g, '');
	const plain = ITALIAN.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
	if (!PLAIN.test(plain)) return null;
	const [whole, decimals = ''] = plain.split('.');
	return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** Integer hundredths as one types them in a form: `1250,50`; whole numbers without decimals. */
export function writeHundredths(value: number): string {
	const whole = Math.trunc(value / 100);
	const rest = value % 100;
	return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0')}`;
}
