import type { OthersRecord, RouteRow } from './row';

const landlord = ['landlord'] as const;
const staff = ['officer', 'manager'] as const;
const applicant = ['applicant'] as const;
const othersDraft = (fields: Readonly<Record<string, string>>): OthersRecord => ({
	role: 'landlord',
	insert: `insert into listings (id, account_id, answers, revision, synthetic, created_at, updated_at)
		values ('019aa000-0000-7000-8000-' || substr(lower(hex(randomblob(6))), 1, 12), :stranger, '{}', 1, 1,
		'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z') returning id`,
	forms: { default: fields }
});
const step = (name: string, fields: Readonly<Record<string, string>> = {}): RouteRow => ({
	route: `/(landlord)/landlord/listings/[id]/${name}`,
	read: landlord,
	actions: { default: landlord },
	others: othersDraft(fields)
});

const open = 'p.released_at is null and p.held_at is null';
/** A published home with a household that can be answered, and the proposal. */
const othersProposal: OthersRecord = {
	role: 'landlord',
	insert: `update listings set account_id = :stranger where id = (
		select p.listing_id from listing_proposals p where ${open} and p.landlord_accepted_at is null limit 1)
		returning id, (select p.id from listing_proposals p where p.listing_id = listings.id and ${open}) as proposal`,
	forms: { accept: { proposal: ':proposal' }, decline: { proposal: ':proposal' } }
};
const proposalToOthers: OthersRecord = {
	role: 'applicant',
	insert: `update tenant_requests set account_id = :stranger where id = (
		select p.tenant_request_id from listing_proposals p where ${open} limit 1)
		returning (select p.id from listing_proposals p where p.tenant_request_id = tenant_requests.id and ${open}) as id`
};

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/rent', read: 'everyone' },
	{ route: '/(landlord)/landlord', read: landlord },
	{ route: '/(landlord)/landlord/listings/new', read: landlord, actions: { default: landlord } },
	step('address', { street: 'Via Altrui', streetNumber: '1', zone: '3' }),
	step('flat', { area: '60', netArea: '55', rooms: '3', floor: '1' }),
	step('access'),
	step('rent', { years: '3', furnished: 'no', rent: '500', availableFrom: '2027-01-01' }),
	step('check'),
	{
		route: '/(landlord)/landlord/listings/[id]',
		read: landlord,
		actions: { accept: landlord, decline: landlord, withdraw: landlord },
		others: othersProposal
	},
	{ route: '/(staff)/staff/listings', read: staff },
	{
		route: '/(staff)/staff/listings/[id]',
		read: staff,
		actions: { person: staff, inspect: staff, publish: staff, refuse: staff }
	},
	{
		route: '/(staff)/staff/listings/[id]/tenants',
		read: staff,
		actions: { propose: staff, contract: staff, keys: staff, release: staff }
	},
	{ route: '/(applicant)/my/home-search', read: applicant, actions: { ask: applicant, end: applicant } },
	{
		route: '/(applicant)/my/proposals/[id]',
		read: applicant,
		actions: { accept: applicant, decline: applicant },
		others: proposalToOthers
	}
];
