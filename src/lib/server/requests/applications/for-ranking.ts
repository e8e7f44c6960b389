import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import type { SentRequest } from '$lib/domain/rounds/rank-request';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { listSubmitted } from './repository';
import { openHealth } from './stored-health';

/** One request as a round needs it. `health` is opened in memory only: never stored, logged or shown. */
export type ApplicationForRanking = SentRequest & { readonly id: string };

/** Requests read and opened before other readers get their turn. */
const TURN = 250;

type Submitted = Awaited<ReturnType<typeof listSubmitted>>[number];
export type SubmittedWithKey = { readonly row: Submitted; readonly key: Buffer };

/**
 * Gives `use`, as it was declared, every request ever sent under a notice, by pseudonym. Each is opened, used and released, so that 15,000
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

/** The same, the health of each still sealed, with the key that opens it. */
export const eachSubmitted = (
	db: Kysely<Database>,
	noticeId: string,
	use: (row: Submitted, key: Buffer) => void
): Promise<void> =>
	eachTurn(db, noticeId, (turn) => {
		for (const { row, key } of turn) use(row, key);
	});

/** The same, in turns of some hundreds, for who reads more about each request with one query a turn. */
export async function eachTurn(
	db: Kysely<Database>,
	noticeId: string,
	use: (turn: readonly SubmittedWithKey[]) => void | Promise<void>
): Promise<void> {
	const keys = new Map<string, Buffer>();
	for (let after = ''; ;) {
		const rows = await listSubmitted(db, noticeId, after, TURN);
		const unknown = [...new Set(rows.map((row) => row.dataKeyId))].filter((id) => !keys.has(id));
		for (const [id, key] of await openDataKeys(db, unknown)) keys.set(id, key);
		await use(
			rows.flatMap((row) => {
				const key = keys.get(row.dataKeyId);
				return key ? [{ row, key }] : [];
			})
		);
		if (rows.length < TURN) return;
		after = rows.at(-1)!.pseudonym;
		await letOthersPass();
	}
}

/** Opens one request with the key that sealed its health. */
export function openRequest(row: Submitted, key: Buffer): ApplicationForRanking {
	return {
		id: row.id,
		pseudonym: row.pseudonym,
		household: row.household,
		health: readHealth(openHealth(row, key)),
		choices: row.choices,
		submittedAt: row.submittedAt,
		ended: row.endedAt !== null
	};
}
