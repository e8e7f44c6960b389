import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { setSaid } from './erase-repository';
import { openSaid, sealSaid } from './sealed-reason';

type Rejection = { readonly id: string; readonly answer: string | null; readonly decision: string | null };

/** Seals what was said about a notice of rejection anew, under another key, so that the key before can be destroyed. */
export async function resealSaid(trx: Transaction<Database>, rejection: Rejection, dataKeyId: string): Promise<void> {
	const anew = async (what: 'answer' | 'decision') => {
		const text = await openSaid(trx, rejection, what);
		return text === null ? null : sealSaid(trx, { id: rejection.id, dataKeyId }, what, text);
	};
	await setSaid(trx, rejection.id, { answer: await anew('answer'), decision: await anew('decision') });
}
