import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedHousehold } from '$lib/server/requests/applications/stored-household';
import { aHousehold } from '../../../support/builders/household';

describe('a stored household', () => {
	const household = aHousehold();
	const without = (name: string) => JSON.stringify({ ...household, [name]: undefined });

	it('comes back as it was declared', () => {
		expect(storedHousehold(JSON.stringify(household))).toEqual(JSON.parse(JSON.stringify(household)));
	});

	it('is refused where a fact that is always asked is missing, and read where a fact of some rules is', () => {
		for (const name of ['members', 'citizenship', 'iseeCents', 'regionSince', 'home', 'earlier'])
			expect(() => storedHousehold(without(name)), name).toThrow(new RegExp(`cannot be read: ${name} `));
		for (const name of ['permitValidTo', 'earlierResidence', 'iseeKind'])
			expect(storedHousehold(without(name))).toBeTruthy();
	});

	it('is refused with a value of another kind, which the error does not repeat', () => {
		fc.assert(
			fc.property(fc.constantFrom('citizenship', 'iseeCents', 'ownsAdequateHome'), (name) => {
				const text = JSON.stringify({ ...household, [name]: 'a diagnosis' });
				expect(() => storedHousehold(text)).toThrow(name);
				expect(() => storedHousehold(text)).not.toThrow(/diagnosis/);
			})
		);
	});
});
