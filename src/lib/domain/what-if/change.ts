import type { Round, RoundApplication, RoundDwelling } from '../allocation/round';
import type { CriterionId } from '../scoring/score';
import { labelShare, type DwellingFacts } from './label-share';

/** One thing that staff may change in a simulation. `none` only asks for the chances. */
export type Change =
	| { readonly kind: 'none' }
	/** The points of a criterion as a percentage of the rule set's; 0 leaves the criterion out. */
	| { readonly kind: 'points'; readonly criterion: CriterionId; readonly percent: number }
	/** The share of every list's dwellings that is set aside for a category, in per cent. */
	| { readonly kind: 'share'; readonly category: string; readonly percent: number }
	/** The round as if nothing had been set aside for the category, and no quota counted for it. */
	| { readonly kind: 'no-set-aside'; readonly category: string }
	/** No household may list more dwellings than this. */
	| { readonly kind: 'choices'; readonly most: number };

/** The input of a change besides the round. */
export interface ChangeFacts {
	readonly dwellings: readonly DwellingFacts[];
	/** Application id -> keys under the changed rules, for `points`. An application that is not in it keeps its own. */
	readonly rescored: ReadonlyMap<string, readonly number[]>;
}

/** The round after the change: the same households and dwellings, in the same order. */
export function changeRound(round: Round, change: Change, { dwellings, rescored }: ChangeFacts): Round {
	switch (change.kind) {
		case 'none':
			return round;
		case 'points':
			return { ...round, applications: round.applications.map((one) => withKeys(one, rescored.get(one.id))) };
		case 'share':
			return { ...round, dwellings: labelShare(round, change.category, change.percent, dwellings) };
		case 'no-set-aside':
			return {
				...round,
				dwellings: round.dwellings.map((one) => withoutLabel(one, change.category)),
				...(round.quotas && { quotas: round.quotas.filter(({ category }) => category !== change.category) })
			};
		case 'choices':
			return {
				...round,
				applications: round.applications.map((one) => ({ ...one, choices: one.choices.slice(0, change.most) }))
			};
	}
}

function withKeys(application: RoundApplication, keys: readonly number[] | undefined): RoundApplication {
	if (!keys || !application.keys) return application;
	return { ...application, keys: Object.fromEntries(Object.keys(application.keys).map((list) => [list, keys])) };
}

/** A dwelling whose last category is removed is for everybody. */
function withoutLabel(dwelling: RoundDwelling, category: string): RoundDwelling {
	if (!dwelling.setAside?.includes(category)) return dwelling;
	const { setAside, exclusive, ...rest } = dwelling;
	const left = setAside.filter((one) => one !== category);
	return left.length === 0 ? rest : { ...rest, setAside: left, ...(exclusive && { exclusive }) };
}
