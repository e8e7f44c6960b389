const NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads a JSON number that is an integer by its value: `1.0` and `10e-1` are 1, `-0` is 0, `1e-400` is not 0. Works on
 * the digits, because a conversion to a binary number would round a wrong one into a right one.
 * @returns the integer, or why there is none: `syntax`, `fraction`, `range` (beyond 2^53 - 1 either way)
 */
export function readInteger(text: string): number | 'syntax' | 'fraction' | 'range' {
	const parts = NUMBER.exec(text);
	if (!parts) return 'syntax';
	const [, sign, whole = '', decimals = '', exponent = '0'] = parts;
	const digits = (whole + decimals).replace(/^0+/, '');
	if (digits === '') return 0;
	let end = digits.length;
	while (digits[end - 1] === '0') end--;
	const significant = digits.slice(0, end);
	const zeros = digits.length - significant.length + Number(exponent) - decimals.length;
	if (zeros < 0) return 'fraction';
	if (significant.length + zeros > 16) return 'range';
	const value = Number(significant + '0'.repeat(zeros));
	if (value > Number.MAX_SAFE_INTEGER) return 'range';
	return sign === '-' ? -value : value;
}
