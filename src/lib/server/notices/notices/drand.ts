import type { RandomnessBeacon } from 'drand-client';
import { drandRandomness, findChain, type DrandChain } from '$lib/domain/draw/drand';

/** A number of drand whose signature was checked against the chain's public key. */
export type CheckedBeacon = {
	readonly chain: string;
	readonly round: number;
	readonly signature: string;
	readonly beacon: string;
};

/** Checks a signature that a person copied, without a network. Null when it is not that round's. */
export async function checkSignature(chain: string, round: number, signature: string): Promise<CheckedBeacon | null> {
	const written = signature.trim().toLowerCase();
	if (!/^([0-9a-f]{2}){48,96}$/.test(written)) return null;
	const beacon = { round, signature: written, randomness: drandRandomness(written) };
	return checked(chain, round, async () => beacon);
}

/** Asks the drand server at `url` for a round and checks the answer. Null when the server has no valid one. */
export async function fetchRound(url: string, chain: string, round: number): Promise<CheckedBeacon | null> {
	const { HttpChainClient } = await import('drand-client');
	return checked(chain, round, (known) => new HttpChainClient(chainAt(`${url}/${chain}`, known)).get(round));
}

/** The library verifies what the client answers, with the portal's own copy of the key and never the server's. */
async function checked(
	hash: string,
	round: number,
	get: (chain: DrandChain) => Promise<RandomnessBeacon>
): Promise<CheckedBeacon | null> {
	const known = findChain(hash);
	if (!known) return null;
	const { fetchBeacon } = await import('drand-client');
	const client = {
		options: { disableBeaconVerification: false, noCache: false },
		get: () => get(known),
		latest: () => get(known),
		chain: () => chainAt('', known)
	};
	try {
		const { signature, randomness } = await fetchBeacon(client, round);
		return { chain: hash, round, signature, beacon: randomness };
	} catch {
		return null;
	}
}

function chainAt(baseUrl: string, chain: DrandChain) {
	const info = {
		public_key: chain.publicKey,
		period: chain.period,
		genesis_time: chain.genesis,
		hash: chain.hash,
		groupHash: '',
		schemeID: chain.scheme,
		metadata: { beaconID: chain.name }
	};
	return { baseUrl, info: async () => info };
}
