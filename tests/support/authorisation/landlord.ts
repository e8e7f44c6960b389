import type { RouteRow } from './row';

const landlord = ['landlord'] as const;
const staff = ['officer', 'manager'] as const;
const applicant = ['applicant'] as const;
const othersListing = {
	role: 'landlord',
	insert: `insert into listings (id, account_id, answers, revision, synthetic, created_at, updated_at)
		values ('019aa000-0000-7000-8000-' || substr(lower(hex(randomblob(6))), 1, 12), :stranger, '{}', 1, 1,
		'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z') returning id`
} as const;
const step = (name: string): RouteRow => ({
	route: `/(landlord)/landlord/listings/[id]/${name}`,
	read: landlord,
	actions: { default: landlord },
	others: othersListing
});

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/rent', read: 'everyone' },
	{ route: '/(landlord)/landlord', read: landlord },
	{ route: '/(landlord)/landlord/listings/new', read: landlord, actions: { default: landlord } },
	...['address', 'flat', 'access', 'rent', 'check'].map(step),
	{
		route: '/(landlord)/landlord/listings/[id]',
		read: landlord,
		actions: { accept: landlord, decline: landlord, withdraw: landlord },
		others: othersListing
	},
	{ route: '/(staff)/staff/listings', read: staff },
	{
		route: '/(staff)/staff/listings/[id]',
		read: staff,
		actions: { inspect: staff, publish: staff, refuse: staff }
	},
	{
		route: '/(staff)/staff/listings/[id]/tenants',
		read: staff,
		actions: { propose: staff, contract: staff, keys: staff, release: staff }
	},
	{ route: '/(applicant)/my/home-search', read: applicant, actions: { ask: applicant, end: applicant } },
	{ route: '/(applicant)/my/proposals/[id]', read: applicant, actions: { accept: applicant, decline: applicant } }
];
