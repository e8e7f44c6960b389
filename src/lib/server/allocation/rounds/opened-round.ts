import type { Kysely } from 'kysely';
import { ownRound } from '$lib/domain/allocation/own-files';
import type { OpenedRound } from '$lib/domain/rounds/household-places';
import type { Database } from '$lib/server/schema';
import { currentTransaction } from '$lib/server/platform/db/transaction';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { openRoundJob } from './jobs';
import { readFiles } from './repository';

/** A stored round never changes, so the last few stay in memory. The largest takes about 10 MB. */
const KEPT = 3;
const opened = new Map<string, OpenedRound>();
/** Readers that ask while a round is being opened wait for the same opening. */
const opening = new Map<string, Promise<OpenedRound | null>>();

export const inputPlace = (roundId: string) => `rounds.input_sealed:${roundId}`;
export const resultPlace = (roundId: string) => `rounds.result_sealed:${roundId}`;

/** A kept round, opened; null when its key was shredded. */
export async function openedRound(db: Kysely<Database>, id: string): Promise<OpenedRound | null> {
	const fresh = opened.get(id) ?? (await openOnce(db, id));
	if (!fresh) return null;
	opened.delete(id);
	opened.set(id, fresh);
	for (const oldest of [...opened.keys()].slice(0, -KEPT)) opened.delete(oldest);
	return fresh;
}

async function openOnce(db: Kysely<Database>, id: string): Promise<OpenedRound | null> {
	// A reader outside may wait for this transaction to end. If this transaction then waited for that reader, both would
	// wait for ever.
	if (currentTransaction()) return open(db, id);
	const pending = opening.get(id) ?? open(db, id).finally(() => opening.delete(id));
	opening.set(id, pending);
	return pending;
}

async function open(db: Kysely<Database>, id: string): Promise<OpenedRound | null> {
	const files = await openSealedFiles(db, id);
	if (!files) return null;
	const { input, result } = files;
	const fresh = await runInWorker(openRoundJob, { input, result });
	return {
		...fresh,
		/** The next version, which is rare, reads it again from its text. */
		get round() {
			return ownRound(input);
		}
	};
}

/** The file of a kept round and its result, as they were sealed; null when their key was shredded. */
export async function openSealedFiles(
	db: Kysely<Database>,
	id: string
): Promise<{ readonly input: string; readonly result: string } | null> {
	const files = await readFiles(db, id);
	const key = files && (await openDataKeys(db, [files.dataKeyId])).get(files.dataKeyId);
	if (!key) return null;
	return {
		input: openSealedText(key, inputPlace(id), files.inputSealed),
		result: openSealedText(key, resultPlace(id), files.resultSealed)
	};
}
