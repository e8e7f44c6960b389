import type { RouteRow } from './row';

const staff = ['officer', 'manager'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(staff)/staff/desk', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/desk/[id]', read: staff, actions: { close: staff, again: staff, address: staff } },
	{ route: '/(staff)/staff/desk/[id]/signature/[notice]', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/desk/[id]/signature/[notice]/pdf', read: staff }
];
