import type { Transaction } from 'kysely';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { changePlace, decisionPlace, openChange, openDecision } from './content';
import { listChanges, setSealed } from './repository';

/** Seals the changes of a request with another key, before its own is destroyed. */
export async function resealChanges(
	trx: Transaction<Database>,
	request: { readonly id: string; readonly dataKeyId: string },
	key: Buffer
): Promise<void> {
	const old = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	if (!old) return;
	for (const { id, contentSealed, decisionSealed } of await listChanges(trx, request.id))
		await setSealed(trx, id, {
			content_sealed: seal(key, changePlace(id), openChange(old, id, contentSealed)),
			decision_sealed: decisionSealed && seal(key, decisionPlace(id), openDecision(old, id, decisionSealed))
		});
}
