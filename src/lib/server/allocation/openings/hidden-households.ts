import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { listPublished } from '$lib/server/allocation/rounds/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { openSince } from './open-since';
import { findOpening } from './repository';

/**
 * The newest sealed version of a notice whose households `by` may not read beside a home; null where they may. The
 * office may, and an auditor may for a day after opening a version with a reason: who has which home tells of health
 * or hardship (D.Lgs. 33/2013 art. 26 c. 4).
 */
export async function hiddenHouseholds(
	db: Kysely<Database>,
	noticeId: string,
	by: Actor,
	now: Instant
): Promise<string | null> {
	if (by.role !== 'auditor') return null;
	const sealed = (await listPublished(db, noticeId)).filter(({ publicationHash }) => publicationHash !== null);
	for (const { id } of sealed) if (await findOpening(db, id, by.id, openSince(now))) return null;
	return sealed[0]?.id ?? null;
}
