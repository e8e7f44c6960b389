import type { SensitiveFacts } from '../household/household';

/** The needs that a household can declare. They are functional, never a diagnosis. The order is that of the form. */
export const needNames = [
	'wheelchairIndoors',
	'wheelchairOutdoors',
	'walker',
	'fewSteps',
	'bathroomTransfers',
	'carersRoom',
	'lowVision',
	'hearing',
	'quietHome',
	'quietRoom',
	'poweredAids',
	'nearStop',
	'nearPharmacy',
	'nearClinic',
	'nearShops',
	'nearDayCare'
] as const;

export type Need = (typeof needNames)[number];

export type Needs = Readonly<Record<Need, boolean>>;

/** Most households have no needs. They all share this object. */
export const noNeeds: Needs = Object.freeze(
	Object.fromEntries(needNames.map((need) => [need, false])) as Record<Need, boolean>
);

const bitOf: ReadonlyMap<string, number> = new Map(needNames.map((need, bit) => [need, 1 << bit]));

/** The objects made so far, by mask. Households with the same needs share one object, which saves memory. */
const made = new Map<number, Needs>([[0, noNeeds]]);
const maskOf = new WeakMap<Needs, number>([[noNeeds, 0]]);

function withMask(mask: number): Needs {
	const known = made.get(mask);
	if (known) return known;
	const needs = Object.freeze(
		Object.fromEntries(needNames.map((need, bit) => [need, (mask & (1 << bit)) !== 0])) as Record<Need, boolean>
	);
	made.set(mask, needs);
	maskOf.set(needs, mask);
	return needs;
}

/** The needs in a list, frozen. Names that this version does not know are left out. */
export function needsOf(present: readonly string[]): Needs {
	let mask = 0;
	for (const need of present) mask |= bitOf.get(need) ?? 0;
	return withMask(mask);
}

/** Whether a household declared any need. */
export const hasNeeds = (needs: Needs): boolean => needs !== noNeeds && needNames.some((need) => needs[need]);

/** The needs that are present, in the order of `needNames`. They are stored sealed, and a receipt proves them. */
export const listNeeds = (needs: Needs): Need[] => needNames.filter((need) => needs[need]);

/** The needs as a number: bit n is need n of `needNames`. */
export const needMask = (needs: Needs): number =>
	maskOf.get(needs) ?? needNames.reduce((mask, need, bit) => (needs[need] ? mask | (1 << bit) : mask), 0);

/**
 * Everything of a request that touches health, sealed as one JSON text in `applications.needs_sealed`
 * (place `applications.needs_sealed:<application id>`).
 */
export type HealthFacts = SensitiveFacts & {
	readonly needs: Needs;
	/** A member has a serious handicap (L. 104/1992 art. 3(3)), declared with its certificate. */
	readonly severeDisability: boolean;
};

export const noHealthFacts: HealthFacts = Object.freeze({ needs: noNeeds, severeDisability: false });

/** Health as it is sealed: only the needs that are present. Until November 2026 it was an object of booleans. */
export type StoredNeeds = readonly string[] | Readonly<Record<string, boolean>>;
export type StoredHealth = Omit<HealthFacts, 'needs'> & { readonly needs: StoredNeeds };

export const storeHealth = ({ needs, ...others }: HealthFacts): StoredHealth => ({
	needs: listNeeds(needs),
	...others
});

/** Reads needs in either form. */
export function readNeeds(stored: StoredNeeds): Needs {
	if (Array.isArray(stored)) return needsOf(stored as readonly string[]);
	return needsOf(Object.entries(stored).flatMap(([need, there]) => (there ? [need] : [])));
}

/** Reads health in either form. Households that declared nothing share one object. */
export function readHealth(stored: StoredHealth): HealthFacts {
	const needs = readNeeds(stored.needs);
	const nothing = needs === noNeeds && !stored.severeDisability && Object.keys(stored).length === 2;
	return nothing ? noHealthFacts : { ...stored, needs };
}
