import type { Instant } from '$lib/domain/calendar/instant';
import { findChain, roundTime } from '$lib/domain/draw/drand';
import { system } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { listWaitingForDrand } from './beacon-repository';
import { recordDrand } from './beacon-service';
import { fetchRound } from './drand';

/** Asks drand at `url` for the published numbers that closed notices wait for. Returns how many were recorded. */
export async function fetchBeacons({ db, transact }: AppDatabase, url: string, now: Instant): Promise<number> {
	let recorded = 0;
	for (const { id, chain, round } of await listWaitingForDrand(db, now)) {
		const known = findChain(chain ?? '');
		if (!known || round === null || roundTime(known, round) > now) continue;
		const checked = await fetchRound(url, known.hash, round);
		if (!checked) continue;
		const done = await transact((trx) => recordDrand(trx, { id, checked }, system, now));
		if (done.ok) recorded += 1;
	}
	return recorded;
}
