import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { openRound } from '$lib/domain/rounds/household-places';

/**
 * Recomputes a stored round from its files. The result leaves out the households: they take most memory, and pages do
 * not need them.
 */
export async function run({ input, result }: { readonly input: string; readonly result: string }) {
	const { round: _households, ...opened } = openRound(JSON.parse(input) as Round, JSON.parse(result) as RoundResult);
	return opened;
}
