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

export const needsPlace = (applicationId: string) => `applications.needs_sealed:${applicationId}`;

/** Every request ever sent under a notice, by id. One whose key was shredded is left out: what it declared is erased. */
export async function listForRanking(db: Kysely<Database>, noticeId: string): Promise<ApplicationForRanking[]> {
	const rows = await listSubmitted(db, noticeId);
	const keys = await openDataKeys(db, [...new Set(rows.map((row) => row.data_key_id))]);
	return rows.flatMap((row) => {
		const key = keys.get(row.data_key_id);
		if (!key) return [];
		return {
			id: row.id,
			pseudonym: row.pseudonym,
			household: JSON.parse(row.facts) as Household,
			health: unseal(key, needsPlace(row.id), row.needs_sealed) as HealthFacts,
			choices: JSON.parse(row.choices) as string[],
			submittedAt: row.submitted_at,
			ended: row.ended_at !== null
		};
	});
}
