import { hash } from '@node-rs/argon2';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/audit/record';
import { system } from '$lib/server/auth/actor';
import type { AppDatabase } from '$lib/server/db/database';
import { DEMO_PASSWORD } from './accounts';
import { findWorld, hasAccounts, insertAll } from './repository';
import { makeWorld, SEED } from './world';

export type Loaded =
	{ readonly ok: true } | { readonly ok: false; readonly problem: 'world-already-there' | 'portal-not-empty' };

/** Fills an empty portal with the demo world, all of it or nothing. A second load changes nothing and says so. */
export async function loadDemo(transact: AppDatabase['transact'], now: Instant): Promise<Loaded> {
	// One hash for all: the password is the same, and public.
	const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
	return transact(async (trx): Promise<Loaded> => {
		if (await findWorld(trx)) return { ok: false, problem: 'world-already-there' };
		if (await hasAccounts(trx)) return { ok: false, problem: 'portal-not-empty' };
		await insertAll(trx, makeWorld(now, passwordHash));
		record(trx, { event: 'demo_loaded', by: system, subject: { type: 'demo_world', id: SEED }, at: now });
		return { ok: true };
	});
}
