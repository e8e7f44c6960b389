import type { Actor } from '$lib/server/platform/auth/actor';
import type { DemoAccountKey, DemoAccounts } from './accounts';

/** The demo accounts as they act in the story of the world. */
export type Cast = { readonly [key in DemoAccountKey]: Actor };

export function castOf(accounts: DemoAccounts): Cast {
	const actors = Object.entries(accounts).map(([key, { id, role, name, organisation_id }]) => [
		key,
		{ id, role, name, organisationId: organisation_id ?? null, demo: true } satisfies Actor
	]);
	return Object.fromEntries(actors) as Cast;
}
