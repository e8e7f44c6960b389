import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import { hashPassword } from '$lib/server/platform/auth/password';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { objects } from '$lib/server/platform/objects/app';
import type { Database } from '$lib/server/schema';
import { createDataKey, type DataKey } from '$lib/server/platform/secrets/data-key';
import { publishFacts } from '$lib/server/programme/facts/service';
import { DEMO_PASSWORD, householdKeys, type DemoAccountKey } from './accounts';
import { playBounced } from './play-bounced';
import { playChecks } from './play-checks';
import { playDesk } from './play-desk';
import { playDocuments, playPapers } from './play-documents';
import { playControls } from './play-controls';
import { playDuplicates } from './play-duplicates';
import { playFiles } from './play-files';
import { playLetters } from './play-letters';
import { playListings } from './play-listings';
import { playMandates } from './play-mandates';
import { playMembers } from './play-members';
import { playPersons } from './play-persons';
import { playRatings } from './play-ratings';
import { playRunning } from './play-running';
import { findWorld, hasAccounts, insertAll } from './repository';
import { makeWorld, SEED, type World } from './world';

export type Loaded =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: 'world-already-there' | 'portal-not-empty' };

/** `withPapers`: accounts that keep a document, which no transaction holds. */
type Played = { readonly world: World; readonly withPapers: readonly DemoAccountKey[] };

/**
 * Fills an empty portal with the demo world, all of it or nothing, and then adds documents, whose files no transaction
 * holds. A second load changes nothing and says so.
 */
export async function loadDemo(transact: AppDatabase['transact'], now: Instant): Promise<Loaded> {
	// One hash for all: the password is the same, and public.
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	const loaded = await transact(async (trx): Promise<Loaded | Played> => {
		if (await findWorld(trx)) return { ok: false, problem: 'world-already-there' };
		if (await hasAccounts(trx)) return { ok: false, problem: 'portal-not-empty' };
		await publishFacts(trx, now);
		const world = makeWorld(now, { passwordHash, ...(await newKeys(trx, now)) });
		await insertAll(trx, world.rows);
		await playPersons(trx, world);
		await playMembers(trx, world);
		await playDuplicates(trx, world);
		const contested = await playRunning(trx, world);
		await playChecks(trx, world);
		const withPapers = await playFiles(trx, world, contested);
		await playControls(trx, world);
		await playRatings(trx, world);
		await playListings(trx, world);
		await playBounced(trx, world);
		await playLetters(trx, world);
		await playMandates(trx, world);
		await playDesk(trx, world);
		record(trx, { event: 'demo_loaded', by: system, subject: { type: 'demo_world', id: SEED }, at: now });
		return { world, withPapers };
	});
	if ('ok' in loaded) return loaded;
	const places = { transact, objects: objects() };
	await playDocuments(places, loaded.world);
	await playPapers(places, loaded.world, loaded.withPapers);
	return { ok: true };
}

async function newKeys(trx: Transaction<Database>, now: Instant) {
	const households: DataKey[] = [];
	for (const _ of householdKeys) households.push(await createDataKey(trx, now));
	return {
		households,
		simulation: await createDataKey(trx, now),
		open: await createDataKey(trx, now),
		running: await createDataKey(trx, now),
		tenants: await createDataKey(trx, now),
		applicant: await createDataKey(trx, now),
		wheelchairUser: await createDataKey(trx, now),
		protectedApplicant: await createDataKey(trx, now)
	};
}
