import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [{ route: '/(public)/rent', read: 'everyone' }];
