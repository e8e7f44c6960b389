import { expect, test } from 'vitest';
import { fieldsOf } from '$lib/server/platform/forms/fields-of';

test('each field with its values in order, and none that is a member of every object', () => {
	const form = new FormData();
	for (const [name, value] of [
		['a', '1'],
		['b', '2'],
		['a', '3'],
		['__proto__', '4'],
		['constructor', '5'],
		['prototype', '6']
	])
		form.append(name!, value!);
	expect([...fieldsOf(form)]).toEqual([
		['a', ['1', '3']],
		['b', ['2']]
	]);
});

/** Every name used to be searched in all entries: 40,000 of them took eight seconds. */
test('no entry is looked for by its name', () => {
	const form = new FormData();
	for (let n = 0; n < 1_000; n++) form.append(`f${n}`, '');
	form.getAll = () => {
		throw new Error('searched by name');
	};
	expect(fieldsOf(form).size).toBe(1_000);
});
