import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import type { Database } from '$lib/server/schema';
import type { StateFilter } from './dwelling';

type Builder = ExpressionBuilder<Database, 'dwellings' | 'buildings'>;

/**
 * The states of domain/programme/state-of.ts as conditions, so that a long register can be narrowed and paged. A test
 * compares the two over every combination of facts.
 */
export function inState(eb: Builder, state: StateFilter, now: Instant): Expression<SqlBool> {
	const had = (...events: MilestoneEvent[]) => happened(eb, events, now);
	const lived = eb.or([had('let_before_portal'), keysDelivered(eb, now)]);
	const present = eb.not(had('withdrawn'));
	const certified = eb.and([present, had('certified')]);
	const uncertified = eb.and([present, eb.not(had('certified'))]);
	const works = had('works_started', 'works_done');
	switch (state) {
		case 'withdrawn':
			return had('withdrawn');
		case 'any_restored':
			return certified;
		case 'keys_delivered':
			return eb.and([certified, lived]);
		case 'offered':
			return eb.and([certified, eb.not(lived), offered(eb)]);
		case 'restored':
			return eb.and([certified, eb.not(lived), eb.not(offered(eb))]);
		case 'in_works':
			return eb.and([uncertified, works]);
		case 'identified':
			return eb.and([uncertified, eb.not(works)]);
	}
}

function happened(eb: Builder, events: readonly MilestoneEvent[], now: Instant) {
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
