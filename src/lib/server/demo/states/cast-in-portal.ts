import type { Kysely } from 'kysely';
import { findByEmail } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { emailOf, type DemoAccountKey } from '../accounts';
import type { Cast } from '../cast';

const keys = [
	'richiedente',
	'richiedente2',
	'proprietario',
	'proprietario2',
	'funzionario'
] as const satisfies DemoAccountKey[];

export type PortalCast = Pick<Cast, (typeof keys)[number]>;

/** The demo accounts that act when something is brought into a state; undefined where no demo world is loaded. */
export async function castInPortal(db: Kysely<Database>): Promise<PortalCast | undefined> {
	const found: Partial<Record<DemoAccountKey, Actor>> = {};
	for (const key of keys) {
		const account = await findByEmail(db, emailOf(key));
		if (!account?.demo) return undefined;
		const { id, role, name, organisationId } = account;
		found[key] = { id, role, name, organisationId, demo: true };
	}
	return found as PortalCast;
}
