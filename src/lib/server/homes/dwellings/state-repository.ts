import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import type { StateFilter } from './dwelling';
import type { DwellingEventsTable } from './table';

type Builder = ExpressionBuilder<Database, 'dwellings' | 'buildings'>;

/**
 * The states of domain/programme/state-of.ts as conditions, so that a long register can be narrowed and paged. A test
 * compares the two over every combination of facts.
 */
export function inState(eb: Builder, state: StateFilter, now: Instant): Expression<SqlBool> {
	const had = (...events: ('declared' | 'let_before_portal' | 'withdrawn')[]) => happened(eb, events, now);
	const lived = eb.or([had('let_before_portal'), keysDelivered(eb, now)]);
	const present = eb.not(had('withdrawn'));
	const certified = eb.and([present, hasCertificate(eb, now)]);
	const uncertified = eb.and([present, eb.not(hasCertificate(eb, now))]);
	const open = eb.and([uncertified, eb.not(had('declared'))]);
	const works = inWorks(eb, now);
	switch (state) {
		case 'withdrawn':
			return had('withdrawn');
		case 'certified':
			return hasCertificate(eb, now, 0);
		case 'demo':
			return eb.and([hasCertificate(eb, now, 1), eb.not(had('declared'))]);
		case 'keys_delivered':
			return eb.and([certified, lived]);
		case 'offered':
			return eb.and([certified, eb.not(lived), offered(eb)]);
		case 'restored':
			return eb.and([certified, eb.not(lived), eb.not(offered(eb))]);
		case 'declared':
			return eb.and([uncertified, had('declared')]);
		case 'in_works':
			return eb.and([open, works]);
		case 'identified':
			return eb.and([open, eb.not(works)]);
	}
}

/** A certificate by which a dwelling counts at `now`: confirmed, not voided, and from the day it bears. */
export const standing = (eb: ExpressionBuilder<Database, 'certificates'>, now: Instant): Expression<SqlBool> =>
	eb.and([
		eb('certificates.confirmed_at', '<=', now),
		eb.or([eb('certificates.voided_at', 'is', null), eb('certificates.voided_at', '>', now)]),
		eb('certificates.dated_on', '<=', dayOf(now))
	]);

function hasCertificate(eb: Builder, now: Instant, synthetic?: 0 | 1) {
	let certificates = eb
		.selectFrom('certificates')
		.select(sql`1`.as('one'))
		.whereRef('certificates.dwelling_id', '=', 'dwellings.id')
		.where((inner) => standing(inner, now));
	if (synthetic !== undefined) certificates = certificates.where('certificates.synthetic', '=', synthetic);
	return eb.exists(certificates);
}

function inWorks(eb: Builder, now: Instant) {
	return eb.exists(
		eb
			.selectFrom('work_events')
			.innerJoin('works', 'works.id', 'work_events.work_id')
			.select(sql`1`.as('one'))
			.whereRef('works.dwelling_id', '=', 'dwellings.id')
			.where('work_events.event', 'in', ['started', 'done'])
			.where('work_events.at', '<=', now)
	);
}

function happened(eb: Builder, events: readonly DwellingEventsTable['event'][], now: Instant) {
	return eb.exists(
		eb
			.selectFrom('dwelling_events')
			.select(sql`1`.as('one'))
			.whereRef('dwelling_events.dwelling_id', '=', 'dwellings.id')
			.where('dwelling_events.event', 'in', events)
			.where('dwelling_events.at', '<=', now)
	);
}

function offered(eb: Builder) {
	return eb.exists(
		eb
			.selectFrom('offers')
			.select(sql`1`.as('one'))
			.whereRef('offers.dwelling_id', '=', 'dwellings.id')
			.where('offers.released_at', 'is', null)
	);
}

function keysDelivered(eb: Builder, now: Instant) {
	return eb.exists(
		eb
			.selectFrom('tenancies')
			.innerJoin('tenancy_events', 'tenancy_events.tenancy_id', 'tenancies.id')
			.select(sql`1`.as('one'))
			.whereRef('tenancies.dwelling_id', '=', 'dwellings.id')
			.where('tenancies.ended_at', 'is', null)
			.where('tenancy_events.event', '=', 'keys_delivered')
			.where('tenancy_events.at', '<=', now)
	);
}
