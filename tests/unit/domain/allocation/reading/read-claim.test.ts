import { expect, it } from 'vitest';
import { readClaim } from '$lib/domain/allocation/reading/read-claim';

const claim = (text: string) => readClaim(new TextEncoder().encode(text));

it('reads which households left and whether it is explained, and skips the rest', () => {
	expect(claim('{"left":["a","b"],"moves":[{"left":["c"]}]}')).toEqual({ left: ['a', 'b'], explained: false });
	expect(claim('{"explanations":[1,{}],"notice":"left"}')).toEqual({ left: null, explained: true });
	expect(claim('{"left":[1]}')).toBeNull();
});

it('is not told that a result is wrong when it cannot be read at all', () => {
	const broken = () => {
		throw new Error('the disk is gone');
	};
	expect(() => readClaim(broken)).toThrow('the disk is gone');
});
