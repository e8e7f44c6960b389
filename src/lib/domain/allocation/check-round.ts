import { checkColumns } from './check-columns';
import type { RoundFault } from './round-refused';
import { columnsOf } from './columns-of-round';
import type { Round } from './round';

/**
 * Finds what makes a round of the right shape impossible or unfair: unknown and repeated ids, keys that cannot be
 * compared, more signed households than places, and quotas by count where a household could lose by telling the truth.
 * @returns the first fault, or null
 */
export function checkRound(round: Round): RoundFault | null {
	return checkColumns(columnsOf(round));
}
