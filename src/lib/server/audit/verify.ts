import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/db/schema';
import { entryHash, GENESIS } from './chain';
import { entriesAfter, publishedHeads, readHead } from './repository';

const PAGE = 1_000;

export type ChainCheck =
	| { ok: true; entries: number; head: string; published: number }
	| { ok: false; seq: number; problem: 'entry-missing' | 'entry-changed' | 'published-differs' | 'head-differs' };

/**
 * Recomputes the whole chain and compares it with the heads that were published, `number:hash`: those kept with the rounds,
 * and those `told` by somebody who has the statement of a round. Answers the first place where it breaks. A log written anew
 * from some entry on is a chain too: what left the office shows it.
 */
export async function verifyChain(db: Kysely<Database>, told: readonly string[] = []): Promise<ChainCheck> {
	const published = new Set([...(await publishedHeads(db)), ...told]);
	const heads = [...published].map((text) => text.split(':')).map(([number, hash]) => ({ seq: Number(number), hash }));
	const differs = (seq: number, hash: string) => heads.some((head) => head.seq === seq && head.hash !== hash);
	let seq = 0;
	let hash = GENESIS;
	if (differs(seq, hash)) return { ok: false, seq, problem: 'published-differs' };
	for (;;) {
		const page = await entriesAfter(db, seq, PAGE);
		for (const row of page) {
			if (row.seq !== seq + 1) return { ok: false, seq: seq + 1, problem: 'entry-missing' };
			if (row.previous_hash !== hash || row.hash !== entryHash(row))
				return { ok: false, seq: row.seq, problem: 'entry-changed' };
			({ seq, hash } = row);
			if (differs(seq, hash)) return { ok: false, seq, problem: 'published-differs' };
		}
		if (page.length < PAGE) break;
	}
	const head = await readHead(db);
	if (head.seq !== seq || head.hash !== hash) return { ok: false, seq, problem: 'head-differs' };
	// Published, and beyond the last entry.
	if (!heads.every((one) => one.seq <= seq)) return { ok: false, seq: seq + 1, problem: 'entry-missing' };
	return { ok: true, entries: seq, head: hash, published: published.size };
}
