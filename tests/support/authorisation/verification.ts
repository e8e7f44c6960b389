import type { RouteRow } from './row';

const staff = ['officer', 'manager'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(staff)/staff/requests/[id]/check', read: staff, actions: { accept: staff, control: staff } },
	{ route: '/(staff)/staff/rounds/[notice]/verification', read: staff, actions: { demand: ['manager'] } },
	{
		route: '/(staff)/staff/notices/[id]/controls',
		read: staff,
		actions: { propose: staff, close: staff, draw: staff }
	},
	{ route: '/(staff)/staff/requests/[id]/contests', read: staff, actions: { decide: staff } },
	{
		route: '/(staff)/staff/requests/[id]/changes',
		read: staff,
		actions: { record: staff, attach: staff, decide: staff }
	},
	{ route: '/(staff)/staff/requests/[id]/rejection', read: staff, actions: { notify: staff, decide: staff } },
	{ route: '/(staff)/staff/requests/[id]/check/[fact]', read: staff, actions: { decide: staff, reopen: staff } }
];
