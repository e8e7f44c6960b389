import { expect, it } from 'vitest';
import { columns } from '$lib/server/homes/dwellings/columns';
import { planBuildings, planDwellings } from '$lib/server/homes/imports/plan';

const now = '2026-06-01T10:00:00.000Z';
const fieldsOf = (about: string) => columns.filter((column) => column.about === about).map(({ field }) => field);

it('has a column for every fact of the register, and no other', () => {
	const row = {
		line: 2,
		buildingCode: 'E',
		code: 'A',
		building: {},
		dwelling: { ownerId: 'o', erp: false },
		works: {}
	};
	const [added] = planBuildings([{ line: 2, code: 'E', fields: {} }], new Map(), () => 'id').added;
	const [planned] = planDwellings([row], new Map(), new Map(), () => 'id', now).added;
	// A route is a list of pieces: no cell holds it.
	const { id: _, code: __, route: _____, ...building } = added!;
	const { id: ___, buildingId: ____, ...dwelling } = planned!.dwelling;
	expect(fieldsOf('building').toSorted()).toEqual(['buildingCode', ...Object.keys(building)].toSorted());
	expect(fieldsOf('dwelling').toSorted()).toEqual(Object.keys(dwelling).toSorted());
});
