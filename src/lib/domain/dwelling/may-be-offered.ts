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
	const because = hindranceOf(home);
	return because === null ? { ok: true } : { ok: false, because };
}

function hindranceOf(home: HomeToOffer): Hindrance | null {
	if (home.withdrawn) return 'withdrawn';
	if (home.alreadyLet) return 'already-let';
	if (home.damaged) return 'damaged';
	if (home.worksReopened) return 'works-reopened';
	if (home.leaving) return 'leaving';
	return home.restored ? null : 'not-restored';
}
