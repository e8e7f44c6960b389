const [ZERO, NINE, MINUS, PLUS, POINT, LOWER_E, UPPER_E] = [0x30, 0x39, 0x2d, 0x2b, 0x2e, 0x65, 0x45];
/** The number of digits of 2^53 - 1. */
const MOST_DIGITS = 16;
/** More than the number of digits that a file can hold. */
const HUGE = 1e12;

/** Whether a byte can be part of a JSON number. */
export function isOfNumber(byte: number): boolean {
	if (byte >= ZERO && byte <= NINE) return true;
	return byte === MINUS || byte === PLUS || byte === POINT || byte === LOWER_E || byte === UPPER_E;
}

/**
 * Reads a JSON number whose value is an integer: `1.0` and `10e-1` are 1, `-0` is 0, `1e-400` is not 0. Works on the
 * digits, because converting to a binary number could round a wrong number to a right one.
 * @param bytes the number stands from `start` to `end`
 * @returns the integer, or why there is none: `syntax`, `fraction`, `range` (beyond 2^53 - 1 either way)
 */
export function readInteger(bytes: Uint8Array, start: number, end: number): number | 'syntax' | 'fraction' | 'range' {
	const whole = bytes[start] === MINUS ? start + 1 : start;
	const point = digitsEnd(bytes, whole, end);
	if (point === whole || (bytes[whole] === ZERO && point > whole + 1)) return 'syntax';
	const mantissaEnd = bytes[point] === POINT && point < end ? digitsEnd(bytes, point + 1, end) : point;
	if (mantissaEnd === point + 1) return 'syntax';
	const exponent = readExponent(bytes, mantissaEnd, end);
	if (exponent === null) return 'syntax';
	let first = whole;
	while (first < mantissaEnd && (bytes[first] === ZERO || bytes[first] === POINT)) first++;
	if (first === mantissaEnd) return 0;
	let last = mantissaEnd - 1;
	while (bytes[last] === ZERO || bytes[last] === POINT) last--;
	// How many zeros follow the last digit that is not zero. Below 0 the value has a fraction.
	const zeros = exponent + (last < point ? point - last - 1 : point - last);
	if (zeros < 0) return 'fraction';
	// A value with so many digits is out of range in any case, so the loops below are not needed.
	if (last - first + zeros > MOST_DIGITS) return 'range';
	let value = 0;
	for (let i = first; i <= last; i++) if (bytes[i] !== POINT) value = value * 10 + (bytes[i]! - ZERO);
	for (let i = 0; i < zeros; i++) value *= 10;
	if (value > Number.MAX_SAFE_INTEGER) return 'range';
	return whole > start ? -value : value;
}

function digitsEnd(bytes: Uint8Array, from: number, end: number): number {
	let at = from;
	while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
	return at;
}

/** The exponent; 0 if there is none, null if it is malformed. */
function readExponent(bytes: Uint8Array, at: number, end: number): number | null {
	if (at === end) return 0;
	if (bytes[at] !== LOWER_E && bytes[at] !== UPPER_E) return null;
	const signed = at + 1 < end && (bytes[at + 1] === MINUS || bytes[at + 1] === PLUS);
	const from = signed ? at + 2 : at + 1;
	if (from >= end || digitsEnd(bytes, from, end) < end) return null;
	let value = 0;
	for (let i = from; i < end && value < HUGE; i++) value = value * 10 + (bytes[i]! - ZERO);
	return signed && bytes[at + 1] === MINUS ? -value : value;
}
