import type { Kysely } from 'kysely';
import { fitFor } from '$lib/domain/accessibility/fit';
import { hasNeeds, readHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import { declaredAnswers } from '$lib/domain/application/answers-of-request';
import { lastVersions, versionsOf } from '$lib/domain/application/versions';
import { journeyOf } from '$lib/domain/application/journey';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { judgeEligibility } from '$lib/domain/eligibility/judge-eligibility';
import { noticePhase } from '$lib/domain/notice/phase';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import { scoreHousehold } from '$lib/domain/scoring/score-household';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling, listLeft } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { declaredRow } from './declared-row';
import { listDrafts } from './draft-repository';
import { readNamedMembers } from './household-names';
import { findJourney } from './journey-repository';
import { findSealed } from './receipts-repository';
import { findApplication, listOfAccount, type Application } from './repository';
import { openHealth } from './stored-health';

/** The requests of an account in their last version, with where each stands, newest first, and the drafts it can go back to. */
export async function myRequests(db: Kysely<Database>, by: Actor, now: Instant) {
	const requests = [];
	for (const row of lastVersions(await listOfAccount(db, by.id))) requests.push(await summaryOf(db, row, now));
	const live = new Map(requests.filter(({ ended }) => !ended).map(({ notice, protocol }) => [notice.id, protocol]));
	const drafts = (await listDrafts(db, by.id)).map((draft) => ({
		...draft,
		/** The protocol of the request that the draft amends; null where it is a request to begin with. */
		amends: live.get(draft.noticeId) ?? null
	}));
	return { requests, drafts };
}

/** Whether an applicant sent a request before, under any notice. */
export const hasSentBefore = async (db: Kysely<Database>, by: Actor): Promise<boolean> =>
	(await listOfAccount(db, by.id)).length > 0;

async function summaryOf(db: Kysely<Database>, row: Application, now: Instant) {
	const notice = (await findNotice(db, row.noticeId))!;
	const facts = { id: row.id, noticeId: row.noticeId, submittedAt: row.submittedAt };
	const journey = await findJourney(db, facts);
	return {
		id: row.id,
		protocol: row.protocol,
		pseudonym: row.pseudonym,
		submittedAt: row.submittedAt,
		ended: row.endedAt !== null,
		synthetic: row.synthetic,
		notice: { id: notice.id, title: notice.title, closesAt: notice.closesAt, phase: noticePhase(notice, now) },
		offer: journey.offer,
		journey: journeyOf(journey, now)
	};
}

/** One request of this account with its points, requirements and choices; undefined when it is not theirs. */
export async function readRequest(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const row = await findApplication(db, id);
	return row && row.accountId === by.id ? detailsOf(db, row, now) : undefined;
}

/** A request with its points, requirements and choices. The caller has checked who reads. */
export async function detailsOf(db: Kysely<Database>, row: Application, now: Instant) {
	const notice = (await findNotice(db, row.noticeId))!;
	const { household } = row;
	const stored = await healthOf(db, row);
	const health = stored && readHealth(stored);
	const day = dayOf(row.submittedAt);
	const dwellings = new Map((await listEveryDwelling(db, notice.id)).map((dwelling) => [dwelling.id, dwelling]));
	const left = new Set((await listLeft(db, notice.id)).map((dwelling) => dwelling.id));
	const choices = row.choices.map((dwellingId) => {
		const dwelling = dwellings.get(dwellingId);
		return {
			id: dwellingId,
			/** It left the notice: nobody gets it. */
			left: left.has(dwellingId),
			address: dwelling ? `${dwelling.address} (${dwelling.code})` : null,
			netAreaDm2: dwelling?.netAreaDm2 ?? null,
			fit: dwelling && health && hasNeeds(health.needs) ? fitFor(health.needs, dwelling.measures) : null
		};
	});
	return {
		...(await summaryOf(db, row, now)),
		...(await versionsFor(db, row)),
		score: health && scoreHousehold(household, health, notice.rules, day),
		requirements: judgeEligibility(household, health, notice.rules, day).results,
		choices
	};
}

/** The versions of a request, newest first, and the two beside this one. */
async function versionsFor(db: Kysely<Database>, row: Application) {
	const all = versionsOf(row.accountId === null ? [row] : await listOfAccount(db, row.accountId), row.id);
	const versions = all.map(({ id, protocol, submittedAt, endedAt }) => ({
		...{ id, protocol, submittedAt },
		ended: endedAt !== null
	}));
	const place = versions.findIndex(({ id }) => id === row.id);
	return { versions, earlier: versions[place + 1] ?? null, later: versions[place - 1] ?? null };
}

/** The receipt of a request: what was declared, to be read and as hashed, with the salt and the leaf that prove it was in. */
export async function readReceipt(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const row = await findApplication(db, id);
	if (!row || row.accountId !== by.id) return undefined;
	const request = await detailsOf(db, row, now);
	const health = await healthOf(db, row);
	const declared = health && {
		notice: row.noticeId,
		pseudonym: row.pseudonym,
		household: row.household,
		health,
		choices: row.choices
	};
	const { rules } = (await findNotice(db, row.noticeId))!;
	return {
		request,
		answers: declaredAnswers(row.household, health && readHealth(health), row.choices),
		people: await readNamedMembers(db, id, row.household.members),
		rules,
		/** Dwelling ids, most wanted first. */
		choices: row.choices,
		leaf: row.receiptLeaf,
		salt: row.receiptSalt,
		/** The root and the count of the notice's receipts at closing. */
		sealed: (await findSealed(db, row.noticeId)) ?? null,
		declared: declared && canonicalJson(declaredRow(declared))
	};
}

/** Health as it was stored; null where it was erased. */
export async function healthOf(db: Kysely<Database>, row: Application): Promise<StoredHealth | null> {
	const key = (await openDataKeys(db, [row.dataKeyId])).get(row.dataKeyId);
	return key ? openHealth(row, key) : null;
}
