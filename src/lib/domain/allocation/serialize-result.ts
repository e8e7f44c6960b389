import type { RoundResult } from './round-result';

/**
 * The text of `round-result/1`: members in the order of the format, no white space, one line feed at the end.
 * Two equal results give equal bytes, so that a result can be compared, hashed and signed.
 */
export function serializeResult(result: RoundResult): string {
	const { format, notice, engine, input, certificate } = result;
	const { blockingPairs, wasted, checked } = certificate;
	const ordered = {
		format,
		notice,
		engine,
		input,
		assignments: result.assignments.map(({ application, dwelling, place, through }) => {
			return { application, dwelling, place, through };
		}),
		unassigned: result.unassigned,
		vacant: result.vacant.map(({ dwelling, free }) => ({ dwelling, free })),
		certificate: { blockingPairs, wasted, checked },
		left: result.left,
		moves: result.moves?.map(({ application, from, to }) => ({ application, from, to })),
		explanations: result.explanations?.map(({ application, dwelling, place, holderPlace, because }) => {
			return { application, dwelling, place, holderPlace, because };
		})
	};
	return JSON.stringify(ordered) + '\n';
}
