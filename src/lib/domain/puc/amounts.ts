const AMOUNT = /^-?\d{1,11},\d{2}$/;

/** Whether the text is an amount: a comma, two decimals, no separator of thousands. */
export function isAmount(text: string): boolean {
	return AMOUNT.test(text);
}

/** The cents of an amount as written. Sums of many amounts go beyond what a number holds exactly. */
export function centsOf(amount: string): bigint {
	return BigInt(amount.replace(',', ''));
}

/** `109.429,37 €`. */
export function euros(cents: bigint): string {
	const figures = String(cents < 0n ? -cents : cents).padStart(3, '0');
	const whole = figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.');
	return `${cents < 0n ? '-' : ''}${whole},${figures.slice(-2)} €`;
}

/** `109429,37`: an amount as the file has it. @param cents a whole number */
export function amountText(cents: number): string {
	const figures = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${figures.slice(0, -2)},${figures.slice(-2)}`;
}
