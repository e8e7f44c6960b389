import { ownResult, ownRound } from '$lib/domain/allocation/own-files';
import { openRound } from '$lib/domain/rounds/household-places';

/**
 * Recomputes a stored round from its files. The result leaves out the households: they take most memory, and pages do
 * not need them.
 */
export async function run({ input, result }: { readonly input: string; readonly result: string }) {
	const { round: _households, ...opened } = openRound(ownRound(input), ownResult(result));
	return opened;
}
