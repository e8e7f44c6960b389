import type { Kysely } from 'kysely';
import { distinctMembers, type KnownMember } from '$lib/domain/documents/holder';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listDrafts } from './draft-repository';
import { readNamedMembers } from './household-names';
import { openDraft } from './open-draft';
import { listOfAccount } from './repository';

// The members of a household besides the applicant, to whom its documents can belong.

/** The members that the requests of an account tell of, each once. A draft is not read: the office does not know it. */
export async function membersOfAccount(db: Kysely<Database>, accountId: string): Promise<KnownMember[]> {
	return distinctMembers(await sentHouseholds(db, accountId));
}

/** The members that one's own drafts and requests tell of, each once. */
export async function myMembers(db: Kysely<Database>, by: Actor): Promise<KnownMember[]> {
	const drafts = [];
	for (const { noticeId } of await listDrafts(db, by.id)) {
		const draft = await openDraft(db, noticeId, by);
		if (draft) drafts.push(await readNamedMembers(db, draft.id, draft.answers.members ?? []));
	}
	return distinctMembers([...drafts, ...(await sentHouseholds(db, by.id))]);
}

async function sentHouseholds(db: Kysely<Database>, accountId: string) {
	const sent = [];
	for (const { id, household } of await listOfAccount(db, accountId))
		sent.push(await readNamedMembers(db, id, household.members));
	return sent;
}
