import type { ContestOutcome } from '$lib/domain/rounds/contest';
import type { CriterionId } from '$lib/domain/scoring/score';
import { m } from '$lib/paraglide/messages';
import { formatDateTime, formatPoints } from './format';
import { criterionName } from './rules/criterion-words';

type Contest = {
	readonly id: string;
	readonly criterion: CriterionId;
	readonly points: number;
	readonly text: string;
	readonly at: string;
	readonly decided: null | {
		readonly outcome: ContestOutcome;
		readonly points: number;
		readonly text: string;
		readonly at: string;
	};
};

const outcomeName = { corrected: m.contest_corrected, kept: m.contest_kept };

/** A contest of a line in words: what the line was worth, what was said, and what was decided and why. */
export function contestText({ id, criterion, points, text, at, decided }: Contest) {
	const state: string = decided ? outcomeName[decided.outcome]() : m.contest_waits();
	return {
		...{ id, text, state, line: criterionName(criterion), at: formatDateTime(at), points: formatPoints(points) },
		kind: decided ? ('plain' as const) : ('due' as const),
		decided: decided && {
			...{ text: decided.text, at: formatDateTime(decided.at), points: formatPoints(decided.points) },
			isCorrected: decided.outcome === 'corrected'
		}
	};
}

export type ContestShown = ReturnType<typeof contestText>;
