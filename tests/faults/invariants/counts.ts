import { receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import type { AuditEvent } from '$lib/server/platform/audit/events';
import type { Cast } from '../world';
import { repeated, type Rows } from './rows';

type Agreement = readonly [what: string, rows: readonly unknown[], ...told: readonly AuditEvent[]];

const of = <Row extends { readonly event: string }>(rows: readonly Row[], event: Row['event']) =>
	rows.filter((row) => row.event === event);
/** The rows in which a column is filled. */
const filled = <Row>(rows: readonly Row[], column: keyof Row) => rows.filter((row) => row[column] !== null);

const aboutRequests = (rows: Rows, { people }: Cast): Agreement[] => [
	['requests', rows.applications, 'application_submitted'],
	['requests sent', of(rows.application_events, 'submitted'), 'application_submitted'],
	['requests replaced', of(rows.application_events, 'replaced'), 'application_replaced'],
	['requests with an earlier version', filled(rows.applications, 'replaces'), 'application_replaced'],
	['requests withdrawn', of(rows.application_events, 'withdrawn'), 'application_withdrawn'],
	['requests excluded', of(rows.application_events, 'excluded'), 'application_excluded'],
	[
		'requests ended',
		filled(rows.applications, 'ended_at'),
		'application_replaced',
		'application_withdrawn',
		'application_excluded'
	],
	['rejections', rows.rejections, 'rejection_notified'],
	['rejections decided', filled(rows.rejections, 'closed_at'), 'application_excluded', 'rejection_dropped'],
	['new accounts', rows.accounts.filter(({ email }) => people.slice(3).includes(email)), 'email_confirmed']
];

const aboutRounds = (rows: Rows): Agreement[] => [
	['notices drafted', of(rows.notice_events, 'drafted'), 'notice_drafted'],
	['notices opened', of(rows.notice_events, 'opened'), 'notice_opened'],
	['notices with frozen rules', filled(rows.notices, 'rule_set_hash'), 'notice_opened'],
	['numbers drawn', of(rows.notice_events, 'beacon_recorded'), 'beacon_recorded'],
	['numbers of notices', filled(rows.notices, 'beacon'), 'beacon_recorded'],
	['draws confirmed', filled(rows.notice_beacons, 'confirmed_at'), 'beacon_recorded'],
	['receipts sealed', rows.notice_receipts, 'receipts_sealed'],
	['rounds', rows.rounds, 'round_prepared'],
	['rounds approved', filled(rows.rounds, 'approved_at'), 'round_approved'],
	['rounds signed', filled(rows.rounds, 'signature'), 'round_approved'],
	['rounds published', filled(rows.rounds, 'published_at'), 'round_published']
];

const aboutOffers = (rows: Rows): Agreement[] => [
	['offers', rows.offers, 'offer_made'],
	['offers made', of(rows.offer_events, 'made'), 'offer_made'],
	['offers accepted', of(rows.offer_events, 'accepted'), 'offer_accepted'],
	['tenancies of offers', filled(rows.tenancies, 'offer_id'), 'offer_accepted'],
	['offers refused', of(rows.offer_events, 'refused'), 'offer_refused'],
	['offers expired', of(rows.offer_events, 'expired'), 'offer_expired'],
	['offers withdrawn', of(rows.offer_events, 'withdrawn'), 'offer_withdrawn'],
	['offers over', filled(rows.offers, 'released_at'), 'offer_refused', 'offer_expired', 'offer_withdrawn'],
	['contracts', of(rows.tenancy_events, 'contract_registered'), 'contract_registered'],
	['keys', of(rows.tenancy_events, 'keys_delivered'), 'keys_delivered']
];

const aboutListings = (rows: Rows): Agreement[] => [
	['listings', rows.listings, 'listing_begun'],
	['listings sent', of(rows.listing_events, 'submitted'), 'listing_submitted'],
	['listings inspected', of(rows.listing_events, 'inspected'), 'listing_inspected'],
	['listings published', of(rows.listing_events, 'published'), 'listing_published'],
	['listings in the register', filled(rows.listings, 'dwelling_id'), 'listing_published'],
	['listings refused', of(rows.listing_events, 'refused'), 'listing_refused'],
	['listings withdrawn', of(rows.listing_events, 'withdrawn'), 'listing_withdrawn'],
	['searches', rows.tenant_requests, 'home_asked'],
	['proposals', rows.listing_proposals, 'tenant_proposed'],
	['yes of landlords', filled(rows.listing_proposals, 'landlord_accepted_at'), 'proposal_accepted_by_landlord'],
	['yes of tenants', filled(rows.listing_proposals, 'tenant_accepted_at'), 'proposal_accepted_by_tenant'],
	['homes held', filled(rows.listing_proposals, 'held_at'), 'home_held'],
	['no of landlords', releasedBy(rows, 'landlord'), 'proposal_declined_by_landlord'],
	['homes released', releasedBy(rows, 'agency'), 'home_released']
];

const releasedBy = (rows: Rows, who: string) => rows.listing_proposals.filter((one) => one.released_by === who);

/** What is stored, beside what the log tells: both were written in one transaction, so they are as many. */
export function counts(rows: Rows, cast: Cast): string[] {
	const all = [...aboutRequests(rows, cast), ...aboutRounds(rows), ...aboutOffers(rows), ...aboutListings(rows)];
	const differences = all.flatMap(([what, found, ...told]) => {
		const entries = rows.audit_entries.filter(({ event }) => (told as string[]).includes(event));
		return found.length === entries.length
			? []
			: [`${what}: ${found.length} rows, but ${entries.length} entries ${told.join(' or ')}`];
	});
	return [...differences, ...tenancies(rows), ...protocols(rows), ...receipts(rows)];
}

/** Each tenancy begins once, and ends if and only if its offer was taken back. */
function tenancies({ tenancies: all, tenancy_events: events, offer_events }: Rows): string[] {
	const withdrawn = new Set(of(offer_events, 'withdrawn').map((event) => event.offer_id));
	return all.flatMap(({ id, ended_at, offer_id }) => {
		const own = events.filter((event) => event.tenancy_id === id);
		const ended = offer_id !== null && withdrawn.has(offer_id);
		const right =
			of(own, 'assigned').length === 1 && of(own, 'ended').length === Number(ended) && (ended_at !== null) === ended;
		return right
			? []
			: [`tenancy ${id} of offer ${offer_id}: ${own.map(({ event }) => event).join(', ')}, ended ${ended_at}`];
	});
}

/** Numbers of protocol follow each other: a request that was not kept leaves no gap. */
function protocols({ applications, counters }: Rows): string[] {
	const given = counters.filter(({ name }) => name.startsWith('protocol-')).reduce((sum, { value }) => sum + value, 0);
	const numbers = applications.map(({ protocol }) => protocol);
	if (given === numbers.length && repeated(numbers).length === 0) return [];
	return [`${given} numbers of protocol were given for ${numbers.length} requests: ${numbers.join(', ')}`];
}

/** The sealed receipts are those of the requests that were live at closing. */
function receipts({ notice_receipts, notices, applications }: Rows): string[] {
	return notice_receipts.flatMap(({ notice_id, root, count }) => {
		const closesAt = notices.find(({ id }) => id === notice_id)!.closes_at;
		const live = applications.filter(
			(one) => one.notice_id === notice_id && one.submitted_at <= closesAt && (one.ended_at ?? '9') > closesAt
		);
		const right = receiptsRoot(sortLeaves(live.map((one) => one.receipt_leaf)));
		return root === right && count === live.length ? [] : [`${count} receipts are sealed, ${live.length} were live`];
	});
}
