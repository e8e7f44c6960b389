import type { Role } from '../../../src/lib/server/auth/actor';
import type { RouteRow } from './row';

const staff: readonly Role[] = ['officer', 'manager'];
/** The auditor reads, and does nothing. */
const readers: readonly Role[] = [...staff, 'auditor'];
const applicant: readonly Role[] = ['applicant'];

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/rankings', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]/[version]/[file]', read: 'everyone' },
	{ route: '/(public)/verify', read: 'everyone' },
	{ route: '/(staff)/staff', read: readers },
	{ route: '/(staff)/staff/rounds', read: readers },
	{
		route: '/(staff)/staff/rounds/[notice]',
		read: readers,
		actions: { prepare: staff, approve: ['manager'], publish: staff }
	},
	{ route: '/(staff)/staff/rounds/[notice]/chain', read: readers },
	{ route: '/(staff)/staff/offers', read: readers, actions: { make: staff } },
	{ route: '/(staff)/staff/offers/[id]', read: readers, actions: { slot: staff, withdraw: staff } },
	{ route: '/(staff)/staff/tenancies/[id]', read: readers, actions: { contract: staff, keys: staff } },
	{ route: '/(applicant)/my/offers/[id]', read: applicant, actions: { book: applicant } },
	{ route: '/(applicant)/my/offers/[id]/accept', read: applicant, actions: { default: applicant } },
	{ route: '/(applicant)/my/offers/[id]/refuse', read: applicant, actions: { default: applicant } }
];
