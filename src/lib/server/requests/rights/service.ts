import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import {
	deleteDrafts,
	deleteDraftsOf,
	replaceEventReason,
	setSealed,
	takeAccountsOff
} from '$lib/server/requests/applications/erase-repository';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { setReason } from '$lib/server/requests/rejections/erase-repository';
import { findAccount } from '$lib/server/platform/accounts/repository';
import { seal } from '$lib/server/platform/secrets/seal';
import { readHealth } from '$lib/domain/accessibility/needs';
import { createDataKey, openDataKeys } from '$lib/server/platform/secrets/data-key';
import { forgetHouseholdNames, readHouseholdNames } from '$lib/server/requests/applications/household-names';
import { openAnswers } from '$lib/server/requests/applications/open-draft';
import { healthOf } from '$lib/server/requests/applications/reading-service';
import { findApplications, listOfAccount } from '$lib/server/requests/applications/repository';
import { clustersOfAccount, deleteClusters } from '$lib/server/requests/duplicates/repository';
import { listRatingsOf } from '$lib/server/requests/ratings/repository';
import { deleteNotes } from '$lib/server/requests/notes/repository';
import { readNotes } from '$lib/server/requests/notes/service';
import { resealSaid } from '$lib/server/requests/rejections/reseal';
import { openReason, openSaid, sealReason } from '$lib/server/requests/rejections/sealed-reason';
import { readChanges, type ToldChange } from '$lib/server/requests/changes/reading-service';
import { resealChanges } from '$lib/server/requests/changes/reseal';
import { findDraw } from '$lib/server/requests/controls/draws-repository';
import { readContests, type Contest } from '$lib/server/requests/corrections/reading-service';
import { resealContests } from '$lib/server/requests/corrections/reseal';
import { readActs } from '$lib/server/requests/verification/acts';
import { resealActs } from '$lib/server/requests/verification/reseal';
import type { Database } from '$lib/server/schema';
import * as repository from './repository';

/** The drafts and the requests of an account, with everything that was declared and everything that happened to them. */
export async function exportOf(db: Kysely<Database>, accountId: string) {
	return { drafts: await draftsOf(db, accountId), requests: await requestsOf(db, accountId) };
}

async function draftsOf(db: Kysely<Database>, accountId: string) {
	const rows = await repository.listDrafts(db, accountId);
	const keys = await openDataKeys(
		db,
		rows.map(({ dataKeyId }) => dataKeyId)
	);
	const drafts = [];
	for (const { answersSealed, dataKeyId, ...draft } of rows) {
		const key = keys.get(dataKeyId);
		const names = await readHouseholdNames(db, draft.id);
		drafts.push({ ...draft, answers: key ? openAnswers(key, draft.id, answersSealed) : null, names });
	}
	return drafts;
}

async function requestsOf(db: Kysely<Database>, accountId: string) {
	const rows = await listOfAccount(db, accountId);
	const ids = rows.map(({ id }) => id);
	const events = await repository.listEvents(db, ids);
	const rejections = await rejectionsOf(db, ids);
	const ratings = await listRatingsOf(db, ids);
	const notices = await repository.listNotices(db, [...new Set(rows.map(({ noticeId }) => noticeId))]);
	const requests = [];
	for (const row of rows) {
		const health = await healthOf(db, row);
		const { id, protocol, pseudonym, household, choices, submittedAt, endedAt } = row;
		requests.push({
			...{ id, protocol, pseudonym, submittedAt, endedAt },
			notice: notices.find(({ id: noticeId }) => noticeId === row.noticeId) ?? null,
			declared: { household, health: health && readHealth(health) },
			/** The names of the members, by their place in the household. */
			names: await readHouseholdNames(db, id),
			choices,
			receipt: { leaf: row.receiptLeaf, salt: row.receiptSalt },
			events: events.filter(({ requestId }) => requestId === id).map(({ event, at }) => ({ event, at })),
			/** What the office checked of it, and what it asked. */
			checks: (await readActs(db, row)).map(({ by: _who, ...act }) => act),
			/** The control for which it was drawn. */
			control: controlOf(await findDraw(db, id)),
			/** The lines of its points that it contested, and what the office decided. */
			contests: (await readContests(db, row)).map(toldOf),
			/** What happened to it after it sent the request, and what the office decided. */
			changes: (await readChanges(db, row)).map(changeOf),
			/** What the office wrote on its file. */
			notes: (await readNotes(db, id)).map(({ byName: _who, byRole: by, ...note }) => ({ ...note, by })),
			/** How easy it found its journeys. */
			ratings: ratings.filter(({ requestId }) => requestId === id).map(({ requestId: _own, ...given }) => given),
			rejections: rejections.filter(({ requestId }) => requestId === id).map(({ requestId: _own, ...told }) => told)
		});
	}
	return requests;
}

/** A control without who of the office ended it. */
function controlOf(draw: Awaited<ReturnType<typeof findDraw>>) {
	if (!draw) return null;
	const { stratum, drawnAt, dueAt, outcome, decidedAt } = draw;
	return { stratum, drawnAt, dueAt, outcome, decidedAt };
}

/** A contest without who of the office decided it. */
function toldOf({ accountId: _own, decided, ...contest }: Contest) {
	if (!decided) return { ...contest, decided };
	const { by: _who, byId: _id, ...told } = decided;
	return { ...contest, decided: told };
}

/** A change without who of the office recorded or decided it. */
function changeOf({ accountId: _own, decided, ...change }: ToldChange) {
	if (!decided) return { ...change, decided };
	const { by: _who, byId: _id, ...told } = decided;
	return { ...change, decided: told };
}

async function rejectionsOf(db: Kysely<Database>, requests: readonly string[]) {
	const opened = [];
	for (const row of await repository.listRejections(db, requests))
		opened.push({
			...row,
			reason: await openReason(db, row),
			answer: await openSaid(db, row, 'answer'),
			decision: row.outcome && (await openSaid(db, row, 'decision'))
		});
	return opened;
}

/**
 * Deletes the drafts of an account and the names of every household. A request that was sent is kept under its code: what the
 * account's key seals of it is sealed anew, under a key of its own, so that the account's key can be destroyed.
 */
export async function eraseOf(trx: Transaction<Database>, accountId: string, now: Instant): Promise<void> {
	await deleteClusters(trx, await clustersOfAccount(trx, accountId));
	for (const { id } of await repository.listDrafts(trx, accountId)) await forgetHouseholdNames(trx, id);
	await deleteDraftsOf(trx, accountId);
	const account = await findAccount(trx, accountId);
	for (const row of await listOfAccount(trx, accountId)) {
		await forgetHouseholdNames(trx, row.id);
		await deleteNotes(trx, row.id);
		if (row.dataKeyId !== account?.dataKeyId) continue;
		await sealAnew(trx, row, now);
	}
}

type Request = Awaited<ReturnType<typeof listOfAccount>>[number];

/** Seals what stands sealed of a request under a key of its own; answers the key, or null where nothing can be opened. */
async function sealAnew(trx: Transaction<Database>, row: Request, now: Instant): Promise<string | null> {
	const health = await healthOf(trx, row);
	if (!health) return null;
	const { id, key } = await createDataKey(trx, now);
	for (const rejection of await repository.listRejections(trx, [row.id])) {
		const reason = await sealReason(trx, { id: rejection.id, dataKeyId: id }, await openReason(trx, rejection));
		await setReason(trx, rejection.id, reason);
		await replaceEventReason(trx, row.id, { before: rejection.reason, after: reason });
		await resealSaid(trx, rejection, id);
	}
	await resealActs(trx, row, key);
	await resealContests(trx, row, key);
	await resealChanges(trx, row, key);
	await setSealed(trx, row.id, { needs_sealed: seal(key, needsPlace(row.id), health), data_key_id: id });
	return id;
}

/**
 * Takes names and accounts from requests, and seals the rest of them apart from everything else of their households; answers
 * the keys, which the caller destroys.
 */
export async function sealApart(trx: Transaction<Database>, ids: readonly string[], now: Instant): Promise<string[]> {
	const keys = [];
	for (const row of await findApplications(trx, ids)) {
		await forgetHouseholdNames(trx, row.id);
		await deleteNotes(trx, row.id);
		keys.push((await sealAnew(trx, row, now)) ?? row.dataKeyId);
	}
	await takeAccountsOff(trx, ids);
	return keys;
}

/** Deletes drafts that were never sent, with the names of their households. */
export async function eraseDrafts(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
	for (const id of ids) await forgetHouseholdNames(trx, id);
	await deleteDrafts(trx, ids);
}
