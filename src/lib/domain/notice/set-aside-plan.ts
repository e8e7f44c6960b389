import { compareBytes } from '../allocation/byte-order';
import {
	hiddenCounts,
	setDwellingsAside,
	type HiddenCount,
	type LabelledDwelling,
	type SetAsideRule
} from '../allocation/set-aside-rule';
import { canonicalJson } from '../receipt/canonical-json';

/**
 * What a notice publishes of its set-asides when it opens: the facts and the rule from which they follow, and how many
 * dwellings are set aside for each category whose dwellings stay unsaid. It holds nothing of the secret, so it says of no
 * dwelling whether it was drawn.
 */
export interface SetAsidePlan extends SetAsideRule {
	readonly format: 'notice-set-asides/1';
	/** In the byte order of the ids, as they were when the notice opened. */
	readonly dwellings: readonly LabelledDwelling[];
}

export function planSetAsides(dwellings: readonly LabelledDwelling[], rule: SetAsideRule): SetAsidePlan {
	const sorted = dwellings.toSorted((a, b) => compareBytes(a.id, b.id));
	return { format: 'notice-set-asides/1', ...rule, dwellings: sorted };
}

/** The set-asides of a plan, by dwelling id, drawn with the secret that the notice is committed to. */
export const drawPlan = (plan: SetAsidePlan, secret: string): ReadonlyMap<string, readonly string[]> =>
	setDwellingsAside(plan.dwellings, plan, secret);

export const countsOfPlan = (plan: SetAsidePlan): HiddenCount[] => hiddenCounts(plan.dwellings, plan);

/** The file: canonical JSON with the counts, one line feed at the end. */
export const planText = (plan: SetAsidePlan): string => `${canonicalJson({ ...plan, counts: countsOfPlan(plan) })}\n`;

/** Reads such a file; null when it is not one to the byte, its counts included. */
export function readPlan(text: string): SetAsidePlan | null {
	try {
		const { counts: _follow, ...plan } = JSON.parse(text) as SetAsidePlan & { readonly counts: unknown };
		return plan.format === 'notice-set-asides/1' && planText(plan) === text ? plan : null;
	} catch {
		return null;
	}
}

/**
 * The counts of a file that the portal wrote itself. Reading it to the byte takes 30 ms for 560 dwellings, which is too
 * long for a public page.
 */
export const ownCounts = (text: string): readonly HiddenCount[] =>
	(JSON.parse(text) as { readonly counts: readonly HiddenCount[] }).counts;
