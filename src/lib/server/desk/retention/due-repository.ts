import { sql, type AliasableExpression, type Kysely, type RawBuilder } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { dueSpans, type GoingKind, type KeptKind } from '$lib/domain/retention/retention-times';
import type { Database } from '$lib/server/schema';

/** A record whose time is over, and the day from which it counted. */
type Due = { id: string; start: string };
type IsOver = (kind: GoingKind | KeptKind, column: string) => RawBuilder<boolean>;

/** How many records of a kind are due, and since when the oldest counted. */
export async function countDue(db: Kysely<Database>, kind: GoingKind, at: Instant) {
	const { count, oldest } = await db
		.selectFrom(due[kind](db, isOver(at)).as('due'))
		.select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('start').as('oldest')])
		.executeTakeFirstOrThrow();
	return { count: Number(count), oldest };
}

/** Some records of a kind that are due, the oldest first. */
export async function listDue(db: Kysely<Database>, kind: GoingKind, at: Instant, limit: number): Promise<string[]> {
	const rows = await db
		.selectFrom(due[kind](db, isOver(at)).as('due'))
		.select('id')
		.orderBy('start')
		.orderBy('id')
		.limit(limit)
		.execute();
	return rows.map(({ id }) => id);
}

const isOver =
	(at: Instant): IsOver =>
	(kind, column) => {
		const spans = dueSpans(kind, at).map(
			({ from, before }) => sql`(${sql.ref(column)} >= ${from} and ${sql.ref(column)} < ${before})`
		);
		return spans.length > 0 ? sql<boolean>`(${sql.join(spans, sql` or `)})` : sql<boolean>`1 = 0`;
	};

const due: Readonly<Record<GoingKind, (db: Kysely<Database>, over: IsOver) => AliasableExpression<Due>>> = {
	draft: (db, over) =>
		db
			.selectFrom('application_drafts')
			.innerJoin('notices', 'notices.id', 'notice_id')
			.select(['application_drafts.id', 'closes_at as start'])
			.where(over('draft', 'closes_at')),
	reading: (db, over) => db.selectFrom('readings').select(['id', 'at as start']).where(over('reading', 'at')),
	message: (db, over) =>
		db
			.selectFrom('messages')
			.select(['messages.id', 'messages.created_at as start'])
			.where(over('message', 'messages.created_at'))
			// A letter to print and a mail to send still wait for the office and the person.
			.where((eb) => eb.or([eb('messages.channel', '=', 'email'), eb('posted_at', 'is not', null)]))
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('outbox')
							.select('outbox.id')
							.whereRef('message_id', '=', 'messages.id')
							.where('sent_at', 'is', null)
							.where('given_up_at', 'is', null)
					)
				)
			),
	'home-search': (db, over) =>
		db
			.selectFrom('tenant_requests')
			.select(['tenant_requests.id', sql<string>`ended_at`.as('start')])
			.where(over('home-search', 'ended_at'))
			// What led to a tenancy is kept for as long as the tenancy.
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('tenancies')
							.innerJoin('listing_proposals', 'listing_proposals.id', 'proposal_id')
							.select('tenancies.id')
							.whereRef('tenant_request_id', '=', 'tenant_requests.id')
					)
				)
			),
	request: (db, over) =>
		db
			.selectFrom('applications')
			.innerJoin('notices', 'notices.id', 'notice_id')
			.innerJoin('data_keys', 'data_keys.id', 'applications.data_key_id')
			.select(['applications.id', 'closes_at as start'])
			.where(over('request', 'closes_at'))
			// One that opens nothing any more has gone before.
			.where('wrapped_key', 'is not', null)
			.where(({ not, exists, selectFrom }) =>
				not(
					exists(
						selectFrom('offers')
							.leftJoin('tenancies', 'tenancies.offer_id', 'offers.id')
							.select('offers.id')
							.whereRef('offers.application_id', '=', 'applications.id')
							.where((eb) =>
								eb.or([
									eb.and([eb('tenancies.id', 'is', null), eb('released_at', 'is', null)]),
									eb.and([
										eb('tenancies.id', 'is not', null),
										eb.or([eb('tenancies.ended_at', 'is', null), eb.not(over('tenancy', 'tenancies.ended_at'))])
									])
								])
							)
					)
				)
			)
};
