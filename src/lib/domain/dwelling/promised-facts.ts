import { buildingFeatureNames, dwellingFeatureNames, isFeature } from '../accessibility/features';
import type { Building, Dwelling } from './dwelling';

/** The facts of a dwelling by which households choose it and a round places it: list, size, rent, access, address. */
const ofDwelling: readonly (keyof Dwelling | 'buildingId' | 'ownerId')[] = [
	'buildingId',
	'ownerId',
	'erp',
	'floor',
	'rooms',
	'netAreaDm2',
	'rentCents',
	...dwellingFeatureNames
];

/** The same for its building. */
const ofBuilding: readonly (keyof Building)[] = [
	'street',
	'streetNumber',
	'municipality',
	'route',
	...buildingFeatureNames
];

const promised: ReadonlySet<string> = new Set([...ofDwelling, ...ofBuilding]);

/** Whether an open notice promises this field of the register. The field then stays as households read it. */
export const isPromised = (field: string): boolean => promised.has(field);

/**
 * Whether the field was promised with this value. A measure that was unknown was not promised, so it can be taken while
 * the notice is open.
 */
export const wasPromised = (field: string, before: unknown): boolean =>
	isPromised(field) && !(isFeature(field) && (before === null || before === undefined));

/** The fields whose value differs between `before` and `after`, in the order of `before`. */
export function changedFields(before: object, after: object): string[] {
	const now = after as Record<string, unknown>;
	return Object.entries(before)
		.filter(([field, value]) => now[field] !== value)
		.map(([field]) => field);
}
