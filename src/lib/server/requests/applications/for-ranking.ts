import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { readHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import type { SentRequest } from '$lib/domain/rounds/rank-request';
import { storedWords } from '$lib/server/platform/db/stored-lists';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unseal } from '$lib/server/platform/secrets/seal';
import { listSubmitted } from './repository';
import { storedHousehold } from './stored-household';

/** One request as a round needs it. `health` is opened in memory only: never stored, logged or shown. */
export type ApplicationForRanking = SentRequest & { readonly id: string };

/** Requests read and opened before other readers get their turn. */
const TURN = 250;

type SubmittedRow = Awaited<ReturnType<typeof listSubmitted>>[number];

export const needsPlace = (applicationId: string) => `applications.needs_sealed:${applicationId}`;

/**
 * Gives `use` every request ever sent under a notice, by pseudonym. Each is opened, used and released, so that 15,000
 * households are never in memory together. A request whose key was shredded is left out, because its answers are
 * erased.
 */
export function eachForRanking(
	db: Kysely<Database>,
	noticeId: string,
	use: (request: ApplicationForRanking) => void
): Promise<void> {
	return eachSubmitted(db, noticeId, (row, key) => use(openRequest(row, key)));
}

/** The same, each row still sealed, with the key that opens it. */
export async function eachSubmitted(
	db: Kysely<Database>,
	noticeId: string,
	use: (row: SubmittedRow, key: Buffer) => void
): Promise<void> {
	const keys = new Map<string, Buffer>();
	for (let after = ''; ;) {
		const rows = await listSubmitted(db, noticeId, after, TURN);
		const unknown = [...new Set(rows.map((row) => row.data_key_id))].filter((id) => !keys.has(id));
		for (const [id, key] of await openDataKeys(db, unknown)) keys.set(id, key);
		for (const row of rows) {
			const key = keys.get(row.data_key_id);
			if (key) use(row, key);
		}
		if (rows.length < TURN) return;
		after = rows.at(-1)!.pseudonym;
		await letOthersPass();
	}
}

/** Opens one row with the key that sealed it. */
export function openRequest(row: SubmittedRow, key: Buffer): ApplicationForRanking {
	return {
		id: row.id,
		pseudonym: row.pseudonym,
		household: storedHousehold(row.facts),
		health: readHealth(openHealth(row, key)),
		choices: storedWords(row.choices),
		submittedAt: row.submitted_at,
		ended: row.ended_at !== null
	};
}

/** Health as it was sealed. */
export const openHealth = (row: SubmittedRow, key: Buffer): StoredHealth =>
	unseal(key, needsPlace(row.id), row.needs_sealed) as StoredHealth;
