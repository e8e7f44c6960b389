import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [
	{ route: '/(public)', read: 'everyone' },
	{ route: '/api/health/files', read: 'everyone' },
	{ route: '/api/health/live', read: 'everyone' },
	{ route: '/api/health/ready', read: 'everyone' },
	{ route: '/(public)/notices/[id]/follow', read: 'everyone', actions: { default: 'everyone' } },
	{ route: '/(public)/follow/[link]', read: 'everyone', actions: { start: 'everyone', stop: 'everyone' } },
	{ route: '/(public)/accessibility', read: 'everyone' },
	{ route: '/(public)/privacy', read: 'everyone' },
	{ route: '/(public)/contact', read: 'everyone' }
];
