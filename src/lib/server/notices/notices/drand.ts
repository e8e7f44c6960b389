import type { RandomnessBeacon } from 'drand-client';
import { drandRandomness, findChain } from '$lib/domain/draw/drand';
import { readJson } from '$lib/server/platform/forms/read-json';
import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import type { CheckedBeacon, run } from './check-beacon.worker';

export type { CheckedBeacon } from './check-beacon.worker';

const LARGEST_ANSWER = 10_000;
const PATIENCE_MS = 10_000;

const checkBeaconJob: Job<Parameters<typeof run>[0], Awaited<ReturnType<typeof run>>> = {
	name: 'check-beacon',
	load: () => import('./check-beacon.worker')
};

/** Checks a signature that a person copied, without a network. Null when it is not that round's. */
export async function checkSignature(chain: string, round: number, signature: string): Promise<CheckedBeacon | null> {
	const written = signature.trim().toLowerCase();
	if (!/^([0-9a-f]{2}){48,96}$/.test(written)) return null;
	const beacon = { round, signature: written, randomness: drandRandomness(written) };
	return runInWorker(checkBeaconJob, { chain, round, beacon });
}

/** Asks the drand server at `url` for a round and checks the answer. Null when the server has no valid one. */
export async function fetchRound(url: string, chain: string, round: number): Promise<CheckedBeacon | null> {
	if (!findChain(chain)) return null;
	const beacon = await ask(`${url}/${chain}/public/${round}`).catch(() => null);
	return beacon && runInWorker(checkBeaconJob, { chain, round, beacon });
}

/** An answer of drand takes some hundreds of bytes; one that is larger, or does not end, is none. */
async function ask(address: string): Promise<RandomnessBeacon | null> {
	const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
	let text = '';
	for await (const piece of answer.body ?? []) {
		text += Buffer.from(piece).toString('latin1');
		if (text.length > LARGEST_ANSWER) return null;
	}
	const value = answer.ok ? readJson(text, { depth: 2, values: 20 }) : null;
	return typeof value === 'object' ? (value as RandomnessBeacon | null) : null;
}
