import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { HealthFacts } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Household } from '$lib/domain/household/household';
import type { Database } from '$lib/server/db/schema';
import { openDataKeys } from '$lib/server/secrets/data-key';
import { unseal } from '$lib/server/secrets/seal';
import { listSubmitted } from './repository';

/** One request as a round needs it. `health` is opened in memory only: never stored, logged or shown. */
export type ApplicationForRanking = {
	readonly id: string;
	readonly pseudonym: string;
	readonly household: Household;
	readonly health: HealthFacts;
	/** Dwelling ids, most wanted first. */
	readonly choices: readonly string[];
	readonly submittedAt: Instant;
	/** Withdrawn by the household or excluded by an officer: it takes no part. */
	readonly ended: boolean;
};

/** Requests read and opened before other readers get their turn. */
const TURN = 500;

export const needsPlace = (applicationId: string) => `applications.needs_sealed:${applicationId}`;

/** Every request ever sent under a notice, by id. One whose key was shredded is left out: what it declared is erased. */
export async function listForRanking(db: Kysely<Database>, noticeId: string): Promise<ApplicationForRanking[]> {
	const applications: ApplicationForRanking[] = [];
	const keys = new Map<string, Buffer>();
	for (let afterId = ''; ;) {
		const rows = await listSubmitted(db, noticeId, afterId, TURN);
		const unknown = [...new Set(rows.map((row) => row.data_key_id))].filter((id) => !keys.has(id));
		for (const [id, key] of await openDataKeys(db, unknown)) keys.set(id, key);
		for (const row of rows) {
			const key = keys.get(row.data_key_id);
			if (key) applications.push(opened(row, key));
		}
		if (rows.length < TURN) return applications;
		afterId = rows.at(-1)!.id;
		await letOthersPass();
	}
}

function opened(row: Awaited<ReturnType<typeof listSubmitted>>[number], key: Buffer): ApplicationForRanking {
	return {
		id: row.id,
		pseudonym: row.pseudonym,
		household: JSON.parse(row.facts) as Household,
		health: unseal(key, needsPlace(row.id), row.needs_sealed) as HealthFacts,
		choices: JSON.parse(row.choices) as string[],
		submittedAt: row.submitted_at,
		ended: row.ended_at !== null
	};
}
