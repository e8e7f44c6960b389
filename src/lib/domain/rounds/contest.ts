import { isPast } from '../calendar/deadline';
import type { Instant } from '../calendar/instant';
import type { RuleSet } from '../ruleset/rule-set';
import { criteria } from '../scoring/criteria';
import type { CriterionId, Score } from '../scoring/score';
import type { ProcedureDays } from './procedure';
import { roundDates, type PublishedVersion } from './round-kind';

/** What the office decides. corrected: the points of the line change. kept: they stay. Both have a reason. */
export const contestOutcomes = ['corrected', 'kept'] as const;
export type ContestOutcome = (typeof contestOutcomes)[number];

/**
 * Until when a household may contest a line of its points: from the first publication that is not final, for the days of the
 * notice (docs/domain-rules.md, Time). Null before, after, and where a final version was published.
 */
export function contestsUntil(
	closesAt: Instant,
	published: readonly PublishedVersion[],
	days: ProcedureDays,
	now: Instant
): Instant | null {
	if (published.some(({ kind }) => kind === 'final')) return null;
	const { correctionsUntil } = roundDates(closesAt, published, days);
	return correctionsUntil === null || isPast(correctionsUntil, now) ? null : correctionsUntil;
}

/** The lines that can be contested: each criterion of the rules, also one that gave the household no points. */
export const contestableLines = (rules: RuleSet): readonly CriterionId[] =>
	criteria.map(({ id }) => id).filter((id) => rules.scoring[id] !== undefined);

/** The points of a line, in hundredths; 0 where the score has no such line. */
export const pointsOfLine = ({ lines }: Score, criterion: CriterionId): number =>
	lines.find((line) => line.criterion === criterion)?.points ?? 0;
