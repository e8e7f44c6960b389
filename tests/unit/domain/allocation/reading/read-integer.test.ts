import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readInteger } from '$lib/domain/allocation/reading/read-integer';

const read = (text: string) => readInteger(new TextEncoder().encode(`[${text}]`), 1, text.length + 1);

/** The same from the definition, with numbers of any size. */
function byDefinition(text: string) {
	const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
	if (!parts) return 'syntax';
	const [, sign, whole, decimals = '', exponent = '0'] = parts;
	const power = Number(exponent) - decimals.length;
	const digits = BigInt(whole + decimals);
	const divisor = 10n ** BigInt(Math.max(0, -power));
	if (digits % divisor !== 0n) return 'fraction';
	const value = (digits / divisor) * 10n ** BigInt(Math.max(0, power));
	if (value > BigInt(Number.MAX_SAFE_INTEGER)) return 'range';
	return value === 0n ? 0 : Number(`${sign}${value}`);
}

const digits = fc.string({ unit: fc.constantFrom(...'00019'), maxLength: 18 });
const numbers = fc
	.tuple(
		fc.constantFrom('', '-', '+'),
		digits,
		fc.constantFrom('', '.'),
		digits,
		fc.constantFrom('', 'e', 'E-', 'e+'),
		fc.nat(30)
	)
	.map(([sign, whole, point, decimals, e, power]) => `${sign}${whole}${point}${point && decimals}${e}${e && power}`);
const nearby = fc.integer({ min: -3, max: 3 }).map((step) => String(9007199254740991n + BigInt(step)));
const scraps = fc.string({ unit: fc.constantFrom(...'0123456789.-+eE'), maxLength: 8 });

it('reads an integer by its value, as the definition does', () => {
	fc.assert(
		fc.property(fc.oneof(numbers, nearby, scraps), (text) => {
			expect([text, read(text)]).toEqual([text, byDefinition(text)]);
		}),
		{ numRuns: 3000 }
	);
});
