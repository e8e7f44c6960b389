import { roles } from '../../../src/lib/server/auth/actor';
import type { RouteRow } from './row';

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/login', read: 'everyone', actions: { default: 'everyone' } },
	// Always 403: the page of a refusal. Its status is checked apart.
	{ route: '/(public)/refused', read: [] },
	{ route: '/(account)/logout', read: roles, actions: { default: roles } }
];
