import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { DocumentId } from '$lib/domain/documents/document';
import { documentsFor } from '$lib/domain/documents/documents-for';
import { isSamePlace } from '$lib/domain/documents/holder';
import { judgeTold } from '$lib/domain/eligibility/judge-told';
import type { FactName } from '$lib/domain/household/facts';
import type { Told } from '$lib/domain/household/told';
import { scoreTold } from '$lib/domain/scoring/score-told';
import { factsRead } from '$lib/domain/verification/facts-to-check';
import { valuesOf } from '$lib/domain/verification/verified-facts';
import { copyOfAccount } from '$lib/server/people/documents/copy-service';
import { documentsThatCount, type OwnDocument } from '$lib/server/people/documents/reading-service';
import type { Marks } from '$lib/server/people/documents/write-copy.worker';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Rendered } from '$lib/server/platform/pdf/render-pdf';
import { membersOfAccount } from '$lib/server/requests/applications/known-members';
import { findApplication, type Application } from '$lib/server/requests/applications/repository';
import { declaredRequest } from '$lib/server/requests/verification/declared-request';
import type { Database } from '$lib/server/schema';

/** The documents of a household, what its request declares, and the kinds that its notice needs. */
export type PapersOfRequest = {
	readonly kept: readonly OwnDocument[];
	readonly told: Told;
	readonly needed: readonly DocumentId[];
	/** The facts that the rules of the notice look at. */
	readonly read: readonly FactName[];
};

/**
 * The documents of a household for an officer who opened the file of its request today, which leaves a row that the household
 * reads; null for anybody else. A household keeps its documents once, so they stand in the file of each of its requests.
 */
export async function papersOfRequest(
	db: Kysely<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<PapersOfRequest | null> {
	const request = await openedBy(db, id, by, now);
	const found = request && (await declaredRequest(db, id));
	if (!found) return null;
	const [told, rules, today] = [valuesOf(found.declared), found.notice.rules, dayOf(request.submittedAt)];
	const needed = documentsFor(told, judgeTold(told, rules, today), scoreTold(told, rules, today).score);
	return { kept: await papersIn(db, request, now), told, needed, read: factsRead(rules) };
}

/** A marked copy of a document of the file; undefined for one that is not there, and where the file is not open. */
export async function copyOfPaper(
	places: { readonly db: Kysely<Database>; readonly objects: ObjectStore },
	{ request: requestId, id }: { readonly request: string; readonly id: string },
	marks: Marks,
	by: Actor,
	now: Instant
): Promise<Rendered | undefined> {
	const request = await openedBy(places.db, requestId, by, now);
	if (!request?.accountId) return undefined;
	const isThere = (await papersIn(places.db, request, now)).some((paper) => paper.id === id);
	return isThere ? copyOfAccount(places, { accountId: request.accountId, id }, marks) : undefined;
}

async function openedBy(db: Kysely<Database>, id: string, by: Actor, now: Instant): Promise<Application | undefined> {
	const request = allows(by, 'officer', 'manager') ? await findApplication(db, id) : undefined;
	return request && (await hasOpenedRequest(db, request, by, now)) ? request : undefined;
}

/** The documents that count, without those of somebody who is not in the household of this request. */
async function papersIn(
	db: Kysely<Database>,
	{ accountId, household }: Application,
	now: Instant
): Promise<OwnDocument[]> {
	if (accountId === null) return [];
	const members = await membersOfAccount(db, accountId);
	return (await documentsThatCount(db, { accountId, members }, now)).filter(
		({ facts: { holder } }) => holder === null || household.members.some((member) => isSamePlace(member, holder))
	);
}
