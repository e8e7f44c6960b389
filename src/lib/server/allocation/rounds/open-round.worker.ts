import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { openRound } from '$lib/domain/rounds/household-places';

/** Works a kept round out again from its files. Its households are left behind: as objects they weigh most, and pages need them not. */
export async function run({ input, result }: { readonly input: string; readonly result: string }) {
	const { round: _households, ...opened } = openRound(JSON.parse(input) as Round, JSON.parse(result) as RoundResult);
	return opened;
}
