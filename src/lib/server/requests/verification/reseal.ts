import type { Transaction } from 'kysely';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { contentPlace, openContent } from './content';
import { listChecks, setContent } from './repository';

/** Seals the acts of a request with another key, before its own is destroyed. What they say stays. */
export async function resealActs(
	trx: Transaction<Database>,
	request: { readonly id: string; readonly dataKeyId: string },
	key: Buffer
): Promise<void> {
	const old = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	if (!old) return;
	for (const { id, contentSealed } of await listChecks(trx, request.id))
		await setContent(trx, id, seal(key, contentPlace(id), openContent(old, id, contentSealed)));
}
