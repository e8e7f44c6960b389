import type { Kysely } from 'kysely';
import type { Asked } from '$lib/domain/calendar/suspension';
import type { Database } from '$lib/server/schema';
import { listQuestions } from './repository';

/** By request: each question of the office with its next answer, whatever the fact; its terms stop for them. */
export async function questionsOf(
	db: Kysely<Database>,
	requestIds: readonly string[]
): Promise<ReadonlyMap<string, readonly Asked[]>> {
	const found = new Map<string, Asked[]>();
	for (const { id, act, at, deadline } of await listQuestions(db, requestIds)) {
		const asked = found.get(id) ?? [];
		found.set(id, asked);
		if (act === 'asked') asked.push({ askedAt: at, deadline: deadline!, answeredAt: null });
		else
			found.set(
				id,
				asked.map((one) => (one.answeredAt === null ? { ...one, answeredAt: at } : one))
			);
	}
	return found;
}
