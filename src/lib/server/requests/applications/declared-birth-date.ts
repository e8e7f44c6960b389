import type { Kysely } from 'kysely';
import type { Day } from '$lib/domain/calendar/instant';
import type { Household } from '$lib/domain/household/household';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listDrafts } from './draft-repository';
import { openDraft } from './open-draft';
import { listOfAccount } from './repository';

const ofApplicant = (members: Household['members'] = []) =>
	members.find(({ relation }) => relation === 'applicant')?.birthDate;

/**
 * The birth date that an applicant declared last: a birth date belongs to a request, because points are counted with it
 * (adr 30). Null before the first.
 */
export async function declaredBirthDate(db: Kysely<Database>, by: Actor): Promise<Day | null> {
	for (const { noticeId } of await listDrafts(db, by.id)) {
		const found = ofApplicant((await openDraft(db, noticeId, by))?.answers.members);
		if (found) return found;
	}
	const [newest] = await listOfAccount(db, by.id);
	return ofApplicant(newest?.household.members) ?? null;
}
