import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/schema';
import { entryHash, GENESIS } from './chain';
import { entriesAfter, publishedHeads, readHead } from './repository';

/** Entries read and hashed before other readers get their turn. */
const PAGE = 1_000;

export type ChainCheck =
	| { ok: true; entries: number; head: string; published: number }
	| { ok: false; seq: number; problem: 'entry-missing' | 'entry-changed' | 'published-differs' | 'head-differs' };

/**
 * Recomputes the whole chain and compares it with the published heads, `number:hash`: those stored with the rounds, and
 * those `told` by a person who kept the page of a published ranking. Returns the first place where the chain breaks. A
 * log rewritten from some entry on is a valid chain too; only heads that left the office reveal it.
 */
export async function verifyChain(db: Kysely<Database>, told: readonly string[] = []): Promise<ChainCheck> {
	const published = headsBySeq(new Set([...(await publishedHeads(db)), ...told]));
	const before = await readHead(db);
	let seq = 0;
	let hash = GENESIS;
	const problem = () => {
		if (published.get(seq)?.some((other) => other !== hash)) return 'published-differs' as const;
		return seq === before.seq && hash !== before.hash ? ('head-differs' as const) : null;
	};
	let found = problem();
	if (found) return { ok: false, seq, problem: found };
	for (;;) {
		const page = await entriesAfter(db, seq, PAGE);
		for (const entry of page) {
			if (entry.seq !== seq + 1) return { ok: false, seq: seq + 1, problem: 'entry-missing' };
			if (entry.previousHash !== hash || entry.hash !== entryHash(entry))
				return { ok: false, seq: entry.seq, problem: 'entry-changed' };
			({ seq, hash } = entry);
			found = problem();
			if (found) return { ok: false, seq, problem: found };
		}
		if (page.length < PAGE) break;
		await letOthersPass();
	}
	// Other people act meanwhile, so the last entry read lies between the head before and the head after.
	const after = await readHead(db);
	if (seq < before.seq || seq > after.seq || (seq === after.seq && hash !== after.hash))
		return { ok: false, seq, problem: 'head-differs' };
	return withPublished(published, seq, hash);
}

/** The end of a chain that holds: every head that was published must be in it. */
function withPublished(published: ReadonlyMap<number, readonly string[]>, seq: number, head: string): ChainCheck {
	const numbers = [...published.keys()];
	if (!numbers.every((at) => at <= seq)) return { ok: false, seq: seq + 1, problem: 'entry-missing' };
	// The head of an empty log proves nothing.
	return { ok: true, entries: seq, head, published: numbers.filter((at) => at !== 0).length };
}

/** The published hashes by number. A text that is not a head is stored under NaN, which no log reaches. */
function headsBySeq(heads: ReadonlySet<string>): Map<number, string[]> {
	const found = new Map<number, string[]>();
	for (const head of heads) {
		const [number, hash = ''] = head.split(':');
		found.set(Number(number), [...(found.get(Number(number)) ?? []), hash]);
	}
	return found;
}
