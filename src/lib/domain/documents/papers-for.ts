import type { Day } from '../calendar/instant';
import type { DocumentId } from './document';
import type { Judgement } from './judge-document';
import type { Holder } from './holder';
import { kindRules, type DocumentKind } from './kinds';

/** The states of a paper that a notice needs, the worst first. */
export const paperStates = ['missing', 'failed', 'expired', 'unclear', 'ends-soon', 'ready'] as const;
export type PaperState = (typeof paperStates)[number];

/** A paper that the rules of a notice need, with the best document that the person keeps of it; `id` is null where there is none. */
export type Paper = {
	readonly kind: DocumentId;
	readonly state: PaperState;
	readonly id: string | null;
	readonly until: Day | null;
};

type Kept = {
	readonly id: string;
	readonly kind: DocumentKind;
	readonly holder: Holder | null;
	readonly judgement: Judgement;
	readonly isReplaced: boolean;
};

/** The papers in the order of `needed`, each with the best document that the person keeps already. */
export const papersFor = (needed: readonly DocumentId[], kept: readonly Kept[]): Paper[] =>
	needed.map((kind) => {
		const [best] = kept
			.filter((one) => one.kind === kind && !one.isReplaced && (one.holder === null || !kindRules[kind].ofApplicant))
			.map(({ id, judgement }) => ({ kind, id, state: stateOf(judgement), until: judgement.until }))
			.toSorted((one, other) => paperStates.indexOf(other.state) - paperStates.indexOf(one.state));
		return best ?? { kind, state: 'missing', id: null, until: null };
	});

function stateOf({ result, reasons, endsSoon }: Judgement): PaperState {
	if (reasons.includes('expired')) return 'expired';
	if (result === 'failed') return 'failed';
	if (result === 'inconclusive') return 'unclear';
	return endsSoon ? 'ends-soon' : 'ready';
}
