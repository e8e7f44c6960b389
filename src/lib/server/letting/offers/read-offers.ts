import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { canWithdraw } from '$lib/domain/offers/answer-offer';
import { offerState } from '$lib/domain/offers/offer-state';
import { refusalReasons, refusalRulesOf, decideRefusal } from '$lib/domain/offers/refusal-rules';
import { isInWindow } from '$lib/domain/offers/viewing-times';
import { procedureOf } from '$lib/domain/rounds/procedure';
import { publishedOnly, roundDates } from '$lib/domain/rounds/round-kind';
import { tenancyState } from '$lib/domain/tenancies/tenancy-state';
import { hiddenHouseholds } from '$lib/server/allocation/openings/hidden-households';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { listPublished, listRounds } from '$lib/server/allocation/rounds/repository';
import { listNoticeTenancyEvents, listTenancyEvents } from '$lib/server/letting/tenancies/repository';
import { listDueOffers, type DueOffer, type HeldBack } from './due-offers';
import * as repository from './repository';
import { openReasons } from './sealed-reason';
import { listSlots } from './viewing-repository';
import { countWaitingDepartures } from './waiting-departures';

const PAGE = 100;

export function listOfferNotices(db: Kysely<Database>) {
	return repository.listOfferNotices(db);
}

/**
 * The board of a notice's offers, nearest deadline first: state, deadline, tenancy; and how many are still to be made.
 * `hidden`: the sealed version whose households `by` may not read; they are left out.
 */
export async function readBoard(db: Kysely<Database>, noticeId: string, page: number, by: Actor, now: Instant) {
	const board = await wholeBoard(db, noticeId, page, now);
	const hidden = board && (await hiddenHouseholds(db, noticeId, by, now));
	if (!board || !hidden) return board && { ...board, hidden: null };
	const rows = board.rows.map((row) => ({ ...row, pseudonym: null, protocol: null, applicationId: null }));
	return { ...board, rows, due: [], heldBack: [], hidden };
}

async function wholeBoard(db: Kysely<Database>, noticeId: string, page: number, now: Instant) {
	const [published] = await listPublished(db, noticeId);
	if (!published) return null;
	const rows = await boardRows(db, noticeId, now);
	// Offers that wait for an act come first.
	const open = rows.filter(({ state }) => state === 'made');
	const sorted = [...open, ...rows.filter(({ state }) => state !== 'made')];
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
	const at = Math.min(Math.max(1, page), pages);
	const final = published.kind === 'final';
	const { due, heldBack } = final ? await listDueOffers(db, noticeId, published.id) : { due: [], heldBack: [] };
	const { rules, dates } = await readProcedure(db, published);
	return {
		round: { id: published.id, version: published.version, final, correctionsUntil: dates.correctionsUntil },
		rows: sorted.slice((at - 1) * PAGE, at * PAGE),
		due: await withCodes(db, noticeId, due.slice(0, PAGE)),
		heldBack: await heldBackRows(db, noticeId, heldBack.slice(0, PAGE)),
		counts: {
			open: open.length,
			all: rows.length,
			due: due.length,
			departures: final ? await countWaitingDepartures(db, published, refusalRulesOf(rules), now) : 0
		},
		page: at,
		pages
	};
}

async function boardRows(db: Kysely<Database>, noticeId: string, now: Instant) {
	const offers = await repository.listNoticeOffers(db, noticeId);
	const ids = offers.map(({ id }) => id);
	const events = groupEvents(await repository.listEvents(db, ids));
	const steps = await listNoticeTenancyEvents(db, noticeId);
	return offers.map(({ rules: _rules, accountId: _account, ...offer }) => {
		const state = offerState({ deadline: offer.deadline, events: events.get(offer.id) ?? [] }, now);
		const done = steps.filter(({ offerId }) => offerId === offer.id);
		return { ...offer, state, tenancy: done.length > 0 ? tenancyState(done) : null };
	});
}

async function withCodes(db: Kysely<Database>, noticeId: string, due: readonly DueOffer[]) {
	const codes = new Map((await listEveryDwelling(db, noticeId)).map(({ id, code }) => [id, code]));
	return due.map(({ pseudonym, dwellingId, replaces }) => ({
		pseudonym,
		dwellingCode: codes.get(dwellingId) ?? dwellingId,
		replaces: replaces !== null
	}));
}

async function heldBackRows(db: Kysely<Database>, noticeId: string, heldBack: readonly HeldBack[]) {
	const rows = await withCodes(db, noticeId, heldBack);
	return rows.map((row, index) => {
		const { applicationId, obstacles } = heldBack[index]!;
		return { ...row, applicationId, obstacles };
	});
}

/** The rules of a notice that has a published round, and the dates of its rankings. */
async function readProcedure(db: Kysely<Database>, { noticeId }: { noticeId: string }) {
	const { rules, closesAt } = (await findNotice(db, noticeId))!;
	const published = publishedOnly(await listRounds(db, noticeId));
	return { rules, dates: roundDates(closesAt, published, procedureOf(rules).value) };
}

type EventRow = Awaited<ReturnType<typeof repository.listEvents>>[number];

function groupEvents(events: readonly EventRow[]): Map<string, EventRow[]> {
	const grouped = new Map<string, EventRow[]>();
	for (const event of events) grouped.set(event.offerId, [...(grouped.get(event.offerId) ?? []), event]);
	return grouped;
}

/**
 * One offer with everything that happened to it, for the staff; without the household where `by` may not read it, and for
 * an auditor without why it ended, which may tell of health.
 */
export async function readStaffOffer(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const offer = await readOffer(db, id, now);
	if (!offer) return null;
	const hidden = await hiddenHouseholds(db, offer.noticeId, by, now);
	const withoutReason = (event: EventRow): EventRow => ({ ...event, reason: null, justified: null, evidence: null });
	const told = { ...offer, events: by.role === 'auditor' ? offer.events.map(withoutReason) : offer.events };
	return hidden ? { ...told, pseudonym: null, protocol: null, applicationId: null, hidden } : { ...told, hidden };
}

/** One offer with everything that happened to it. */
export async function readOffer(db: Kysely<Database>, id: string, now: Instant) {
	const found = await repository.findOffer(db, id);
	if (!found) return null;
	const { rules: frozen, accountId, ...offer } = found;
	const events = await openReasons(db, await repository.listEvents(db, [id]));
	const steps = offer.tenancyId ? await listTenancyEvents(db, [offer.tenancyId]) : [];
	const contract = steps.some(({ event }) => event === 'contract_registered');
	const rules = refusalRulesOf(frozen);
	return {
		...offer,
		hasAccount: accountId !== null,
		events,
		steps,
		state: offerState({ deadline: offer.deadline, events }, now),
		withdrawable: canWithdraw({ deadline: offer.deadline, events }, contract, now).ok,
		slots: (await listSlots(db, offer.dwellingId)).map((slot) => ({ ...slot, toCome: slot.startsAt > now })),
		refusals: refusalReasons.map((reason) => ({ reason, ...decideRefusal(rules, reason) })),
		afterExpiry: rules.expired
	};
}

/** The same for the household it was made to; null for anybody else. */
export async function readOwnOffer(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const found = await repository.findOffer(db, id);
	if (!found || found.accountId !== by.id) return null;
	const offer = (await readOffer(db, id, now))!;
	const slots = offer.slots.filter(
		({ startsAt, offerId }) => startsAt > now && (offerId === id || (offerId === null && isInWindow(startsAt, offer)))
	);
	return {
		...offer,
		slots: slots.map((slot) => ({ id: slot.id, startsAt: slot.startsAt, mine: slot.offerId === id }))
	};
}

/** The offers of a notice that wait for an answer, nearest deadline first, a page of them; and how many there are. */
export async function readOpenOffers(
	db: Kysely<Database>,
	noticeId: string,
	{ page, size }: { readonly page: number; readonly size: number },
	now: Instant
) {
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const open = (await boardRows(db, noticeId, now)).filter(({ state }) => state === 'made');
	const pages = Math.max(1, Math.ceil(open.length / size));
	const at = Math.min(Math.max(1, page), pages);
	return { title: notice.title, rows: open.slice((at - 1) * size, at * size), count: open.length, page: at, pages };
}
