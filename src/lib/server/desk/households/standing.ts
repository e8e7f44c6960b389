import type { Kysely } from 'kysely';
import { firstMissing, type AnswerPart } from '$lib/domain/application/answers';
import { isPast } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { mayAct } from '$lib/domain/mandates/may-act';
import { inPlaceOf } from '$lib/server/people/mandates/acting';
import type { StoredMandate } from '$lib/server/people/mandates/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openNotices } from '$lib/server/notices/notices/open-notices-repository';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { myRequests } from '$lib/server/requests/applications/reading-service';
import { openRejectionsAmong } from '$lib/server/requests/rejections/repository';
import { askedOfHousehold } from '$lib/server/requests/verification/answer-service';
import type { Database } from '$lib/server/schema';

type Mine = Awaited<ReturnType<typeof myRequests>>;

/** Something that a household has to do, and the last instant to do it. */
export type Due = {
	readonly what: 'draft' | 'document' | 'rejection' | 'offer';
	readonly until: Instant;
	/** The first part of a draft without an answer; null where all are there. */
	readonly missing: AnswerPart | null;
};

/** The requests, drafts and offers of a household, as far as the mandate covers them. */
export async function standingOf(db: Kysely<Database>, mandate: StoredMandate, by: Actor, now: Instant) {
	const may = (procedure: 'request' | 'offer') => mayAct(mandate, procedure, 'read', now).may === 'alone';
	const person = inPlaceOf(mandate, by);
	const mine = may('request') || may('offer') ? await myRequests(db, person, now) : { requests: [], drafts: [] };
	return {
		/** The documents of the person can be read and sent. */
		documents: may('request'),
		drafts: may('request') ? await draftsOf(db, mine.drafts, person, now) : [],
		notices: may('request') ? await newNotices(db, mine, now) : [],
		requests: may('request') ? await requestsOf(db, mine.requests) : [],
		offers: may('offer') ? offersOf(mine.requests) : []
	};
}

export type Standing = Awaited<ReturnType<typeof standingOf>>;

async function draftsOf(db: Kysely<Database>, drafts: Mine['drafts'], person: Actor, now: Instant) {
	const open = [];
	for (const { noticeId, titleIt, titleEn, closesAt, amends, updatedAt } of drafts) {
		const draft = await openDraft(db, noticeId, person);
		const { rules } = (await findNotice(db, noticeId))!;
		const missing = draft ? firstMissing(draft.answers, rules) : null;
		const title = { it: titleIt, en: titleEn };
		open.push({ noticeId, title, closesAt, amends, updatedAt, missing, closed: isPast(closesAt, now) });
	}
	return open;
}

/** The open notices for which the household has neither a draft nor a request that counts. */
async function newNotices(db: Kysely<Database>, { drafts, requests }: Mine, now: Instant) {
	const begun = new Set([
		...drafts.map(({ noticeId }) => noticeId),
		...requests.flatMap(({ ended, notice }) => (ended ? [] : [notice.id]))
	]);
	const open = await openNotices(db, now);
	return open.filter(({ id }) => !begun.has(id)).map(({ id, title, closesAt }) => ({ id, title, closesAt }));
}

async function requestsOf(db: Kysely<Database>, requests: Mine['requests']) {
	const live = requests.filter(({ ended }) => !ended).map(({ id }) => id);
	const rejections = await openRejectionsAmong(db, live);
	const told = [];
	for (const { id, protocol, ended, notice, journey } of requests) {
		const { askedUntil } = await askedOfHousehold(db, { id, ended });
		const state = journey.state;
		told.push({
			id,
			protocol,
			title: notice.title,
			state,
			ended,
			askedUntil,
			rejectionUntil: rejections.get(id) ?? null
		});
	}
	return told;
}

/** The offers that wait for an answer, which the person alone gives. */
const offersOf = (requests: Mine['requests']) =>
	requests.flatMap(({ offer, journey, protocol }) =>
		offer && journey.state === 'offer-open' ? [{ id: offer.id, protocol, until: offer.deadline }] : []
	);

/** What is due in a household's file, the nearest first. */
export function dueOf({ drafts, requests, offers }: Standing, now: Instant): Due[] {
	const due: Due[] = [
		...drafts.flatMap(({ closed, closesAt, missing }) =>
			closed ? [] : [{ what: 'draft' as const, until: closesAt, missing }]
		),
		...requests.flatMap(({ askedUntil }) =>
			askedUntil ? [{ what: 'document' as const, until: askedUntil, missing: null }] : []
		),
		...requests.flatMap(({ rejectionUntil }) =>
			rejectionUntil ? [{ what: 'rejection' as const, until: rejectionUntil, missing: null }] : []
		),
		...offers.map(({ until }) => ({ what: 'offer' as const, until, missing: null }))
	];
	return due.filter(({ until }) => !isPast(until, now)).toSorted((a, b) => (a.until < b.until ? -1 : 1));
}
