import type { Role } from '../../../src/lib/server/auth/actor';
import type { RouteRow } from './row';

const staff: readonly Role[] = ['officer', 'manager'];
const applicant: readonly Role[] = ['applicant'];

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/rankings', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]/[version]', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]/[version]/[file]', read: 'everyone' },
	{ route: '/(staff)/staff', read: staff },
	{ route: '/(staff)/staff/rounds', read: staff },
	{
		route: '/(staff)/staff/rounds/[notice]',
		read: staff,
		actions: { prepare: staff, approve: ['manager'], publish: staff }
	},
	{ route: '/(staff)/staff/rounds/[notice]/chain', read: staff },
	{ route: '/(staff)/staff/rounds/[notice]/rejections', read: staff, actions: { notify: staff, decide: staff } },
	{ route: '/(staff)/staff/offers', read: staff, actions: { make: staff } },
	{ route: '/(staff)/staff/offers/[id]', read: staff, actions: { slot: staff, withdraw: staff } },
	{ route: '/(staff)/staff/tenancies/[id]', read: staff, actions: { contract: staff, keys: staff } },
	{ route: '/(applicant)/my/offers/[id]', read: applicant, actions: { book: applicant } },
	{ route: '/(applicant)/my/offers/[id]/accept', read: applicant, actions: { default: applicant } },
	{ route: '/(applicant)/my/offers/[id]/refuse', read: applicant, actions: { default: applicant } }
];
