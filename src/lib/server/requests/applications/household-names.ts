import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Member } from '$lib/domain/household/fact-parts';
import type { PersonNames } from '$lib/domain/person/person';
import { mayDo } from '$lib/server/people/mandates/may-do';
import { forgetPersonsTold, readPersonsTold, savePersonTold } from '$lib/server/people/persons/told-persons';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { deleteHouseholdPersons, findHouseholdPersons, insertHouseholdPerson } from './household-repository';
import { openDraft } from './open-draft';
import { listOfAccount } from './repository';

/** Names by the place of a member in the household (`m2`). */
export type HouseholdNames = Readonly<Record<string, PersonNames>>;

/** The names that were told of the members of a draft or a request. */
export async function readHouseholdNames(db: Kysely<Database>, requestId: string): Promise<HouseholdNames> {
	const places = await findHouseholdPersons(db, requestId);
	const names = await readPersonsTold(db, [...places.values()]);
	return Object.fromEntries(
		[...places].flatMap(([member, personId]) => {
			const told = names.get(personId);
			return told ? [[member, told]] : [];
		})
	);
}

/** The members of a request besides the applicant, with the names that were told; null where none was. */
export async function readNamedMembers(db: Kysely<Database>, requestId: string, members: readonly Member[]) {
	const names = await readHouseholdNames(db, requestId);
	return members
		.filter(({ relation }) => relation !== 'applicant')
		.map((member) => ({ ...member, names: names[member.id] ?? null }));
}

/**
 * Names from earlier requests of an applicant for the members of a new one: a member with the same relation and birth
 * date is the same person. What several could be is not offered.
 */
export async function namesFromBefore(
	db: Kysely<Database>,
	members: readonly Member[],
	by: Actor
): Promise<HouseholdNames> {
	const same = (one: Member, other: Member) => one.relation === other.relation && one.birthDate === other.birthDate;
	const found: Record<string, PersonNames> = {};
	for (const request of await listOfAccount(db, by.id)) {
		const names = await readHouseholdNames(db, request.id);
		for (const member of members) {
			const alike = request.household.members.filter((one) => same(one, member));
			const told = alike.length === 1 && names[alike[0]!.id];
			if (told && members.filter((one) => same(one, member)).length === 1) found[member.id] ??= told;
		}
	}
	return found;
}

/**
 * Saves the names of the members of a draft, each as a person of its own. Who left the household is forgotten. `change`
 * answers null where its form was opened before another save.
 */
export async function saveHouseholdNames(
	trx: Transaction<Database>,
	noticeId: string,
	change: (saved: HouseholdNames) => HouseholdNames | null,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' | 'not-found' | 'stale' }> {
	if (!(await mayDo(trx, by, { procedure: 'request', act: 'write' }, now)))
		return { ok: false, problem: 'not-allowed' };
	const draft = await openDraft(trx, noticeId, by);
	if (!draft) return { ok: false, problem: 'not-found' };
	const names = change(await readHouseholdNames(trx, draft.id));
	if (!names) return { ok: false, problem: 'stale' };
	const places = await findHouseholdPersons(trx, draft.id);
	const members = (draft.answers.members ?? []).filter(({ relation }) => relation !== 'applicant');
	const kept = members.filter(({ id }) => Object.values(names[id] ?? {}).some(Boolean));
	await forget(trx, draft.id, places, (member) => !kept.some(({ id }) => id === member));
	for (const { id: member } of kept) {
		const before = places.get(member) ?? null;
		const personId = await savePersonTold(trx, { id: before, names: names[member]! }, by, now);
		if (!before) await insertHouseholdPerson(trx, { requestId: draft.id, member, personId });
	}
	record(trx, { event: 'household_named', by, subject: { type: 'notice', id: noticeId }, at: now });
	return { ok: true };
}

/** Tells the names of a request for a draft too, as persons of their own: what the draft changes leaves the request as it is. */
export async function copyHouseholdNames(
	trx: Transaction<Database>,
	{ from, to }: { readonly from: string; readonly to: string },
	by: Actor,
	now: Instant
): Promise<void> {
	for (const [member, names] of Object.entries(await readHouseholdNames(trx, from))) {
		const personId = await savePersonTold(trx, { id: null, names }, by, now);
		await insertHouseholdPerson(trx, { requestId: to, member, personId });
	}
}

/** Forgets the names of those who left the household before the request was sent. */
export async function keepNamesOf(trx: Transaction<Database>, requestId: string, members: readonly Member[]) {
	const places = await findHouseholdPersons(trx, requestId);
	await forget(trx, requestId, places, (member) => !members.some(({ id }) => id === member));
}

/** Forgets the names of a draft that is thrown away. */
export async function forgetHouseholdNames(trx: Transaction<Database>, requestId: string): Promise<void> {
	await forget(trx, requestId, await findHouseholdPersons(trx, requestId), () => true);
}

async function forget(
	trx: Transaction<Database>,
	requestId: string,
	places: ReadonlyMap<string, string>,
	which: (member: string) => boolean
): Promise<void> {
	const gone = [...places].filter(([member]) => which(member));
	await deleteHouseholdPersons(
		trx,
		requestId,
		gone.map(([member]) => member)
	);
	await forgetPersonsTold(
		trx,
		gone.map(([, personId]) => personId)
	);
}
