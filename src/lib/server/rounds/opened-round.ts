import type { Kysely } from 'kysely';
import type { Round } from '$lib/domain/allocation/round';
import type { RoundResult } from '$lib/domain/allocation/round-result';
import { openRound, type OpenedRound } from '$lib/domain/rounds/household-places';
import type { Database } from '$lib/server/db/schema';
import { openDataKeys } from '$lib/server/secrets/data-key';
import { unseal } from '$lib/server/secrets/seal';
import { readFiles } from './repository';

/** Rounds never change once kept, so the last few stay opened: the largest takes about 30 MB. */
const KEPT = 3;
const opened = new Map<string, OpenedRound>();

export const inputPlace = (roundId: string) => `rounds.input_sealed:${roundId}`;
export const resultPlace = (roundId: string) => `rounds.result_sealed:${roundId}`;

/** A kept round, opened; null when its key was shredded. */
export async function openedRound(db: Kysely<Database>, id: string): Promise<OpenedRound | null> {
	const known = opened.get(id);
	if (known) {
		opened.delete(id);
		opened.set(id, known);
		return known;
	}
	const files = await readFiles(db, id);
	if (!files) return null;
	const key = (await openDataKeys(db, [files.dataKeyId])).get(files.dataKeyId);
	if (!key) return null;
	const round = JSON.parse(unseal(key, inputPlace(id), files.inputSealed) as string) as Round;
	const result = JSON.parse(unseal(key, resultPlace(id), files.resultSealed) as string) as RoundResult;
	const fresh = openRound(round, result);
	opened.set(id, fresh);
	for (const oldest of [...opened.keys()].slice(0, -KEPT)) opened.delete(oldest);
	return fresh;
}
