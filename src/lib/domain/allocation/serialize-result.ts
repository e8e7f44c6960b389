import { membersText } from './members-text';
import type { Assignment, Explanation, Move, RoundReport, RoundResult, Vacancy } from './round-result';

/**
 * The text of `round-result/1`: members in the order of the format, no white space, one line feed at the end. Equal
 * results have equal bytes, so they can be compared, hashed and signed.
 */
export function serializeResult(result: RoundResult): string {
	return [...resultText(result)].join('');
}

/** The same text in pieces, for results that are too large for one text. */
export function* resultText(report: RoundReport): Generator<string> {
	const { format, notice, engine, input, certificate, left, moves, explanations } = report;
	const { blockingPairs, wasted, checked } = certificate;
	yield JSON.stringify({ format, notice, engine, input }).slice(0, -1);
	yield* membersText('assignments', report.assignments, assignment);
	yield* membersText('unassigned', report.unassigned, (id) => id);
	yield* membersText('vacant', report.vacant, vacancy);
	yield `,"certificate":${JSON.stringify({ blockingPairs, wasted, checked })}`;
	if (left) yield* membersText('left', left, (id) => id);
	if (moves) yield* membersText('moves', moves, move);
	if (explanations) yield* membersText('explanations', explanations, explanation);
	yield '}\n';
}

const assignment = ({ application, dwelling, place, through }: Assignment) => ({
	application,
	dwelling,
	place,
	through
});
const vacancy = ({ dwelling, free }: Vacancy) => ({ dwelling, free });
const move = ({ application, from, to }: Move) => ({ application, from, to });
const explanation = ({ application, dwelling, place, holderPlace, because }: Explanation) => {
	return { application, dwelling, place, holderPlace, because };
};
