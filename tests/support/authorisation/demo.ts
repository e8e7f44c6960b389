import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/demo', read: 'everyone', actions: { move: 'everyone' } },
	{ route: '/(public)/demo/components', read: 'everyone' },
	{ route: '/(public)/demo/components/[part]', read: 'everyone', actions: { default: 'everyone' } }
];
