import type { Answers } from '$lib/domain/application/answers';
import { taxCodeDoubts } from '$lib/server/people/persons/tax-code';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';
import { namesFromBefore, readNamedMembers } from '$lib/server/requests/applications/household-names';

/**
 * The people besides the applicant, with the names told for this request and the doubts about their tax codes. `known`: a
 * name of an earlier request is ready to be confirmed.
 */
export async function namedMembers(by: Actor, draftId: string | null, { members = [] }: Answers) {
	const named = await readNamedMembers(db(), draftId ?? '', members);
	const missing = named.filter(({ names }) => !names);
	const before = missing.length > 0 ? await namesFromBefore(db(), members, by) : {};
	return {
		members: named.map((member) => ({
			...member,
			doubts: member.names ? taxCodeDoubts(member.names, member.birthDate) : []
		})),
		known: missing.some(({ id }) => before[id])
	};
}
