import type { Kysely } from 'kysely';
import { dayOf, endOfDay, isPast, romeInstant } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { questionsOf } from '$lib/server/requests/verification/questions';
import type { Database } from '$lib/server/schema';
import { officeTerm } from './kinds';
import * as repository from './letting-repository';
import { decisionTerm, type StoppableKind } from './stopped-terms';
import { inBoth, placeName, type Waiting } from './waiting';

/** Contracts and keys of assigned homes. The steps of a private home are taken on the page of its listing. */
export async function tenancyWork(db: Kysely<Database>): Promise<Waiting[]> {
	return (await repository.listTenanciesToDo(db)).map(({ id, listingId, startedAt, contractAt, ...place }) => {
		const about = placeName(place);
		if (contractAt === null)
			return { kind: 'register-contract', due: officeTerm('register-contract', startedAt), about, params: { id } };
		const due = officeTerm('deliver-keys', contractAt);
		return listingId === null
			? { kind: 'deliver-keys', due, about, params: { id } }
			: { kind: 'deliver-private-keys', due, about, params: { id: listingId } };
	});
}

/** Notices of rejection: the household may answer until the deadline, and the office decides after it. */
export async function rejectionWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	return (await repository.listOpenRejections(db)).map((row): Waiting => {
		const { pseudonym, noticeId, deadline, answeredAt, proposedBy, proposedAt, requestId } = row;
		const about = inBoth(pseudonym);
		if (proposedBy !== null) {
			const due = officeTerm('confirm-exclusion', proposedAt!);
			return { kind: 'confirm-exclusion', due, about, params: { id: requestId }, begunBy: [proposedBy] };
		}
		const waits = !isPast(deadline, now) && answeredAt === null;
		const task = { kind: 'decide-rejection', due: deadline, about, params: { notice: noticeId } } as const;
		return { ...task, ...(waits && { waitsFor: 'household' }) };
	});
}

/** Lines of points that households contested. */
export const contestWork = async (db: Kysely<Database>, now: Instant): Promise<Waiting[]> =>
	decisions(db, 'decide-contest', await repository.listOpenContests(db), now);

/** Changes that households told of after they sent their requests. */
export const changeWork = async (db: Kysely<Database>, now: Instant): Promise<Waiting[]> =>
	decisions(db, 'decide-change', await repository.listOpenChanges(db), now);

type Open = { readonly id: string; readonly pseudonym: string; readonly at: Instant };

/** What the office decides of a request; its term stands still while the household is asked for a paper. */
async function decisions(
	db: Kysely<Database>,
	kind: StoppableKind,
	open: readonly Open[],
	now: Instant
): Promise<Waiting[]> {
	const questions = await questionsOf(
		db,
		open.map(({ id }) => id)
	);
	return open.map(({ id, pseudonym, at }): Waiting => {
		const { due, stopped } = decisionTerm(kind, at, questions.get(id) ?? [], now);
		const task = { kind, due, about: inBoth(pseudonym), params: { id } };
		return stopped === null ? task : { ...task, waitsFor: 'household' };
	});
}

/** Documents that households were asked for, and answers that the office has not read. */
export async function checkWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	return (await repository.listWaitingChecks(db)).map(({ id, pseudonym, dueAt, waitsFor }) => {
		const row = { about: inBoth(pseudonym), params: { id } };
		if (waitsFor === 'office') return { ...row, kind: 'read-answer', due: officeTerm('read-answer', dueAt!) };
		const waits = isPast(dueAt!, now) ? {} : { waitsFor: 'household' as const };
		return { ...row, kind: 'await-document', due: dueAt!, ...waits };
	});
}

/** The viewings of today that are booked. */
export async function viewingWork(db: Kysely<Database>, now: Instant): Promise<Waiting[]> {
	const today = dayOf(now);
	const booked = await repository.listViewings(db, romeInstant(today, '00:00:00'), endOfDay(today));
	return booked.map(({ startsAt, offerId, ...place }) => ({
		kind: 'viewing',
		due: startsAt,
		about: placeName(place),
		params: { id: offerId }
	}));
}
