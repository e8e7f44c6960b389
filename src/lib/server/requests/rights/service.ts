import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { readHouseholdNames } from '$lib/server/requests/applications/household-names';
import { openAnswers } from '$lib/server/requests/applications/open-draft';
import { healthOf } from '$lib/server/requests/applications/reading-service';
import { listOfAccount } from '$lib/server/requests/applications/repository';
import { openReason } from '$lib/server/requests/rejections/sealed-reason';
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
			rejections: rejections.filter(({ requestId }) => requestId === id).map(({ requestId: _own, ...told }) => told)
		});
	}
	return requests;
}

async function rejectionsOf(db: Kysely<Database>, requests: readonly string[]) {
	const opened = [];
	for (const row of await repository.listRejections(db, requests))
		opened.push({ ...row, reason: await openReason(db, row) });
	return opened;
}
