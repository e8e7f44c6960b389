import type { Kysely } from 'kysely';
import type { Database } from '$lib/server/db/schema';
import { entryHash, GENESIS } from './chain';
import { entriesAfter, readHead } from './repository';

const PAGE = 1_000;

export type ChainCheck =
	| { ok: true; entries: number; head: string }
	| { ok: false; seq: number; problem: 'entry-missing' | 'entry-changed' | 'head-differs' };

/** Recomputes the whole chain; answers the first place where it breaks. */
export async function verifyChain(db: Kysely<Database>): Promise<ChainCheck> {
	let seq = 0;
	let hash = GENESIS;
	for (;;) {
		const page = await entriesAfter(db, seq, PAGE);
		for (const row of page) {
			if (row.seq !== seq + 1) return { ok: false, seq: seq + 1, problem: 'entry-missing' };
			if (row.previous_hash !== hash || row.hash !== entryHash(row))
				return { ok: false, seq: row.seq, problem: 'entry-changed' };
			({ seq, hash } = row);
		}
		if (page.length < PAGE) break;
	}
	const head = await readHead(db);
	if (head.seq !== seq || head.hash !== hash) return { ok: false, seq, problem: 'head-differs' };
	return { ok: true, entries: seq, head: hash };
}
