import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/programme', read: 'everyone' },
	{ route: '/(public)/programme/dwellings', read: 'everyone' },
	{ route: '/(public)/dwellings', read: 'everyone' },
	{ route: '/(public)/dwellings/[code]', read: 'everyone' },
	{ route: '/api/programme', read: 'everyone' },
	{ route: '/api/programme/dwellings', read: 'everyone' }
];
