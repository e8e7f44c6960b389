import type { PromiseStage } from './promise-stage';

/** The events by which a home stops being one that can be given. A second person confirms them where a notice promises it. */
export const removalKinds = ['withdrawn', 'already-let', 'damaged', 'works-reopened', 'to-correct'] as const;
/**
 * withdrawn: it leaves the programme. already-let: a family lives there. damaged: nobody can live there until it is
 * repaired. works-reopened: works begin again. to-correct: it leaves its notice, so that what the register says wrongly of
 * it can be corrected.
 */
export type RemovalKind = (typeof removalKinds)[number];

export const homeEvents = [...removalKinds, 'owner-changed', 'facts-corrected'] as const;
/** facts-corrected: area, rooms, floor, rent, address or a measure of access that was known. */
export type HomeEvent = (typeof homeEvents)[number];

/**
 * Why an event is refused. Each answer names the notice.
 * - contract: a household has a contract. It ends first.
 * - promised: households chose by this fact. The home leaves the notice first (`to-correct`).
 */
export type EventRefusal = 'contract' | 'promised';

/** The households that are told by mail: those that listed the home; and the one that holds it. */
export type Told = 'nobody' | 'listed' | 'listed-and-holder';

/** The effect of an event on a home at a stage of its promise. */
export type EventOutcome =
	| { readonly does: 'refused'; readonly because: EventRefusal }
	/** The draft reads the home anew; its opener has to read the draft again. */
	| { readonly does: 'placed-again' }
	| {
			readonly does: 'leaves';
			/** How many persons it takes. */
			readonly persons: 1 | 2;
			readonly told: Told;
			/** An offer that ends without the household's fault; with `tenancy`, also the tenancy that it began. */
			readonly ends: 'nothing' | 'offer' | 'offer-and-tenancy';
	  };

const contract: EventOutcome = { does: 'refused', because: 'contract' };
const promised: EventOutcome = { does: 'refused', because: 'promised' };
const again: EventOutcome = { does: 'placed-again' };
const leaves = (persons: 1 | 2, told: Told, ends: 'nothing' | 'offer' | 'offer-and-tenancy' = 'nothing') =>
	({ does: 'leaves', persons, told, ends }) as const;

/** A home that can no longer be given, at every stage. A draft promises nothing, so one person is enough there. */
const gone: Readonly<Record<PromiseStage, EventOutcome>> = {
	draft: leaves(1, 'nobody'),
	open: leaves(2, 'listed'),
	closed: leaves(2, 'listed'),
	ranked: leaves(2, 'listed'),
	offered: leaves(2, 'listed-and-holder', 'offer'),
	accepted: leaves(2, 'listed-and-holder', 'offer-and-tenancy'),
	signed: contract
};

/** A fact by which households chose, at every stage. */
const fact: Readonly<Record<PromiseStage, EventOutcome>> = {
	draft: again,
	open: promised,
	closed: promised,
	ranked: promised,
	offered: promised,
	accepted: promised,
	signed: promised
};

/**
 * Every event of a home at every stage at which a notice promises it (docs/adr/0025-a-home-leaves-its-notice.md). A new event or stage does not compile
 * until its cells are written, and a test tries each cell on both databases.
 */
export const eventTable: Readonly<Record<HomeEvent, Readonly<Record<PromiseStage, EventOutcome>>>> = {
	// A home in a draft is certified: its withdrawal lowers the count of restored homes, which no one person may move.
	withdrawn: { ...gone, draft: leaves(2, 'nobody') },
	'already-let': gone,
	damaged: gone,
	'works-reopened': gone,
	'to-correct': gone,
	'owner-changed': fact,
	'facts-corrected': fact
};

/** The outcome of an event. A home that no notice has is held by nobody, so the event happens as it is recorded. */
export function outcomeOf(event: HomeEvent, stage: PromiseStage | null, certified: boolean): EventOutcome {
	if (stage !== null) return eventTable[event][stage];
	return leaves(event === 'withdrawn' && certified ? 2 : 1, 'nobody');
}

/** Kinds that last until somebody says that they are over. The others are for ever, or over at once. */
export const lastingKinds = ['damaged', 'works-reopened'] as const satisfies readonly RemovalKind[];
export const isLasting = (kind: RemovalKind): boolean => (lastingKinds as readonly RemovalKind[]).includes(kind);
