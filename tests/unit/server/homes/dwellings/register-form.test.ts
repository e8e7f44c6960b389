import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dwellingFeatureNames, featureKind, type DwellingFeature } from '$lib/domain/accessibility/features';
import { changedFields } from '$lib/domain/dwelling/promised-facts';
import { dwellingEditForm, typedFacts } from '$lib/server/homes/dwellings/register-form';

const known = {
	owners: [{ id: '01a1-Aler', name: 'ALER' }],
	operations: [{ id: 'disabilita', name: 'Abitazioni accessibili', codes: [] }],
	today: '2026-11-25'
};
const or = <Value>(values: fc.Arbitrary<Value>) => fc.option(values);
const whole = (min: number, max: number) => or(fc.integer({ min, max }));
const aValueOf = (name: DwellingFeature) =>
	({ 'yes-no': or(fc.boolean()), length: whole(1, 10_000), count: whole(0, 200), distance: whole(0, 0) })[
		featureKind[name]
	];
const facts = fc.record({
	buildingCode: fc.constant('ED-1'),
	ownerId: fc.constant('01a1-Aler'),
	operationId: or(fc.constant('disabilita')),
	erp: fc.boolean(),
	unit: or(fc.constantFrom('7', '7 bis', 'A/2')),
	floor: whole(-5, 60),
	rooms: whole(1, 30),
	netAreaDm2: whole(1, 100_000),
	cadastralAreaDm2: whole(1, 100_000),
	rentCents: whole(1, 10_000_000),
	energyClass: or(fc.constantFrom('A4', 'G')),
	...Object.fromEntries(dwellingFeatureNames.map((name) => [name, aValueOf(name)])),
	measuredBy: or(fc.constantFrom('R. Riva', 'rilevatore sintetico')),
	measuredOn: or(fc.constantFrom('2026-01-15', '2024-02-29'))
});

it('a form that is saved as it was shown changes nothing', () => {
	fc.assert(
		fc.property(facts, (shown) => {
			const read = dwellingEditForm(known).parse({ ...typedFacts('dwelling', shown), version: 'v' });
			expect(changedFields(shown, read)).toEqual([]);
		})
	);
});
