import type { RandomnessBeacon } from 'drand-client';
import { findChain, type DrandChain } from '$lib/domain/draw/drand';

/** A number of drand whose signature was checked against the chain's public key. */
export type CheckedBeacon = {
	readonly chain: string;
	readonly round: number;
	readonly signature: string;
	readonly beacon: string;
};

type Answer = { readonly chain: string; readonly round: number; readonly beacon: RandomnessBeacon };

/**
 * Checks what a server of drand, or a person, says of a round: a quarter of a second. Null when it is not that round's.
 * The key is the portal's own, never the server's.
 */
export async function run({ chain, round, beacon }: Answer): Promise<CheckedBeacon | null> {
	const known = findChain(chain);
	if (!known) return null;
	const { fetchBeacon } = await import('drand-client');
	const client = {
		options: { disableBeaconVerification: false, noCache: false },
		get: async () => beacon,
		latest: async () => beacon,
		chain: () => chainOf(known)
	};
	try {
		const { signature, randomness } = await fetchBeacon(client, round);
		return { chain, round, signature, beacon: randomness };
	} catch {
		return null;
	}
}

function chainOf(chain: DrandChain) {
	const info = {
		public_key: chain.publicKey,
		period: chain.period,
		genesis_time: chain.genesis,
		hash: chain.hash,
		groupHash: '',
		schemeID: chain.scheme,
		metadata: { beaconID: chain.name }
	};
	return { baseUrl: '', info: async () => info };
}
