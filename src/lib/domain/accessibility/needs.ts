import type { SensitiveFacts } from '../household/sensitive-facts';

/** What a household needs of a dwelling: functional, never a diagnosis (journeys.md). */
export const needNames = [
	'wheelchairIndoors',
	'fewSteps',
	'walker',
	'bathroomTransfers',
	'carersRoom',
	'lowVision',
	'hearing',
	'quietHome'
] as const;

export type Need = (typeof needNames)[number];

export type Needs = Readonly<Record<Need, boolean>>;

export const noNeeds: Needs = {
	wheelchairIndoors: false,
	fewSteps: false,
	walker: false,
	bathroomTransfers: false,
	carersRoom: false,
	lowVision: false,
	hearing: false,
	quietHome: false
};

/**
 * Everything of a request that touches health, sealed as one JSON text in `applications.needs_sealed`
 * (place `applications.needs_sealed:<application id>`).
 */
export type HealthFacts = SensitiveFacts & {
	readonly needs: Needs;
	/** A member with a serious handicap (L. 104/1992 art. 3(3)), declared with its certificate. */
	readonly severeDisability: boolean;
};

export const noHealthFacts: HealthFacts = { needs: noNeeds, severeDisability: false };
