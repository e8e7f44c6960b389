import type { Role } from '../../../src/lib/server/platform/auth/actor';
import type { RouteRow } from './row';

const staff: readonly Role[] = ['officer', 'manager'];
const officer: readonly Role[] = ['officer'];
const manager: readonly Role[] = ['manager'];

export const rows: readonly RouteRow[] = [
	{ route: '/(staff)/staff/rules', read: staff, actions: { fork: officer, import: officer } },
	{
		route: '/(staff)/staff/rules/[id]',
		read: staff,
		actions: { save: officer, propose: officer, discard: officer, approve: manager, return: manager }
	},
	{ route: '/(staff)/staff/rules/[id]/compare', read: staff },
	{ route: '/(staff)/staff/rules/[id]/effects', read: staff },
	{ route: '/(staff)/staff/rules/[id]/export', read: staff }
];
