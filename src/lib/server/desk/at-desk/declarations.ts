import type { Kysely } from 'kysely';
import { findNotice } from '$lib/server/notices/notices/repository';
import { readOwnPerson } from '$lib/server/people/persons/service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { readHomes } from '$lib/server/requests/applications/draft-service';
import { readNamedMembers } from '$lib/server/requests/applications/household-names';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import type { Database } from '$lib/server/schema';

/** What the sheet says by which a household signs its declarations; null where it has no draft. The caller has checked who reads. */
export async function declarationsOf(db: Kysely<Database>, noticeId: string, household: Actor) {
	const notice = await findNotice(db, noticeId);
	const draft = notice && (await openDraft(db, noticeId, household));
	if (!notice || !draft) return null;
	const homes = new Map((await readHomes(db, noticeId)).map(({ id, address, code }) => [id, `${address} (${code})`]));
	return {
		...{ household, notice, draft, facts: (await readOwnPerson(db, household.id))?.facts ?? null },
		people: await readNamedMembers(db, draft.id, draft.answers.members ?? []),
		chosen: (draft.answers.choices ?? []).map((id) => ({ id, address: homes.get(id) ?? id }))
	};
}

export type Declarations = NonNullable<Awaited<ReturnType<typeof declarationsOf>>>;
