import type { HealthFacts } from '../accessibility/needs';
import { noHealthFacts } from '../accessibility/needs';
import type { Household, Member } from './household';
import type { SensitiveFacts } from './sensitive-facts';

type Earlier = Household['earlier'];
type Home = Household['home'];

/**
 * What somebody has told of a household so far; a fact left blank is absent, and nothing is guessed in its place. Units as
 * in `Household`: cents, hundredths of m2, days of Milan.
 */
export type Told = Partial<Omit<Household, 'members' | 'home' | 'earlier' | 'assetsCents'>> &
	Partial<Home> &
	Partial<Earlier> &
	SensitiveFacts & {
		/** Absent: not told, never empty. */
		readonly members?: readonly Member[];
		readonly assetsCents?: number;
		/** Lives in Lombardy, also where since when was not told. */
		readonly livesInLombardy?: boolean;
	};

/** With what follows: who has no home has none that is small, unhealthy, shared or hard to use. */
export function withConsequences(told: Told): Told {
	if (told.kind !== 'none') return told;
	return { ...told, netAreaDm2: null, unhealthy: false, shared: false, homeHasBarriers: false };
}

/**
 * The household that was told, with every blank filled so that it gives no points. Only rules whose facts were told may
 * look at it: see `judgeTold` and `scoreTold`.
 */
export function filled(told: Told): { household: Household; health: HealthFacts } {
	const { members = [], citizenship = 'other', iseeCents = Number.MAX_SAFE_INTEGER, ...facts } = told;
	const { kind = 'rented', netAreaDm2 = null, eviction = 'none', unhealthy = false, shared } = facts;
	const { lostPublicDwelling = false, unpaidArrears = false, squatted = false } = facts;
	const { disabilities, homeHasBarriers, emergency } = facts;
	const household = {
		members,
		citizenship,
		permitValidTo: facts.permitValidTo,
		iseeCents,
		iseeKind: facts.iseeKind,
		iseeValidTo: facts.iseeValidTo,
		assetsCents: facts.assetsCents ?? null,
		regionSince: facts.regionSince ?? null,
		municipalitySince: facts.municipalitySince ?? null,
		earlierResidence: facts.earlierResidence,
		worksInLombardy: facts.worksInLombardy ?? false,
		home: { kind, netAreaDm2, eviction, unhealthy, shared },
		ownsAdequateHome: facts.ownsAdequateHome ?? false,
		earlier: { lostPublicDwelling, unpaidArrears, squatted }
	};
	return { household, health: { ...noHealthFacts, disabilities, homeHasBarriers, emergency } };
}
