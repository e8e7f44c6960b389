import { expect, it } from 'vitest';
import { Numbering } from '$lib/domain/allocation/numbering';

it('numbers texts by their first appearance, and compares them by their bytes', () => {
	const names = new Numbering();
	expect(['z', '\u{10000}', 'z', '\uffff'].map((name) => names.add(name))).toEqual([0, 1, 0, 2]);
	expect([names.length, names.at(1), names.at(3)]).toEqual([3, '\u{10000}', undefined]);
	expect(names.pick(Int32Array.of(2, 0))).toEqual(['\uffff', 'z']);
	expect([names.compare(0, 1) < 0, names.compare(1, 2) > 0, names.compare(2, 2)]).toEqual([true, true, 0]);
});
