/**
 * `1.300,00 €`, `-5,00 USD`. Written by hand because a sum may be larger than a number holds.
 * @param cents hundredths
 */
export function amountText(cents: number | bigint, currency: string | null | undefined): string {
	const digits = (cents < 0 ? -BigInt(cents) : BigInt(cents)).toString().padStart(3, '0');
	const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, '.');
	const unit = currency === 'EUR' ? '€' : (currency ?? '');
	return `${cents < 0 ? '-' : ''}${whole},${digits.slice(-2)} ${unit}`.trimEnd();
}
