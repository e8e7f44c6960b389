import type { RouteRow } from './row';

const staff = ['officer', 'manager'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(staff)/staff/requests', read: staff },
	{ route: '/(staff)/staff/requests/[id]', read: staff, actions: { open: staff, note: staff, copy: staff } },
	{ route: '/(staff)/staff/requests/[id]/copies/[copy]/pdf', read: staff },
	{ route: '/(staff)/staff/duplicates', read: staff },
	{ route: '/(staff)/staff/duplicates/[id]', read: staff, actions: { open: staff, decide: staff, undo: staff } },
	{ route: '/(staff)/staff/ratings', read: staff },
	{ route: '/(staff)/staff/search', read: staff, actions: { default: staff } },
	{
		route: '/(staff)/staff/retention',
		read: [...staff, 'auditor'],
		actions: { propose: ['manager'], decide: ['manager'] }
	},
	{ route: '/(staff)/staff/requests/export', read: staff }
];
