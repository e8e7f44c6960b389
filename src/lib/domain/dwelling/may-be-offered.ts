/** Why a home cannot be given to a household now. */
export const hindrances = ['withdrawn', 'already-let', 'damaged', 'works-reopened', 'leaving', 'not-restored'] as const;
/**
 * withdrawn: it left the programme. already-let: a family lives there. damaged: nobody can live there now.
 * works-reopened: it is being worked on again. leaving: one of these waits for a second person. not-restored: its works
 * are not certified.
 */
export type Hindrance = (typeof hindrances)[number];

/** The facts that decide whether a home may be offered. */
export interface HomeToOffer {
	readonly withdrawn: boolean;
	readonly alreadyLet: boolean;
	readonly damaged: boolean;
	readonly worksReopened: boolean;
	/** A removal of the home waits for the second person. */
	readonly leaving: boolean;
	/** Its works are certified. A notice that is open has checked this when it opened. */
	readonly restored: boolean;
}

export type MayBeOffered = { readonly ok: true } | { readonly ok: false; readonly because: Hindrance };

/**
 * Whether a home may be offered to a household: in a notice, among the homes to choose from, in a round, in a chain, in an
 * offer, in an imagined round. It is the only function that decides this. Who already holds the home is another question.
 */
export function mayBeOffered(home: HomeToOffer): MayBeOffered {
	const [because] = hindrancesOf(home);
	return because === undefined ? { ok: true } : { ok: false, because };
}

/** Every reason why a home may not be offered, the gravest first. */
export function hindrancesOf(home: HomeToOffer): Hindrance[] {
	const holds: Readonly<Record<Hindrance, boolean>> = {
		withdrawn: home.withdrawn,
		'already-let': home.alreadyLet,
		damaged: home.damaged,
		'works-reopened': home.worksReopened,
		leaving: home.leaving,
		'not-restored': !home.restored
	};
	return hindrances.filter((one) => holds[one]);
}
