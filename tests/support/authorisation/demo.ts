import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [{ route: '/(public)/demo', read: 'everyone', actions: { move: 'everyone' } }];
