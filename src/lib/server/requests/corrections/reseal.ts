import type { Transaction } from 'kysely';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { Database } from '$lib/server/schema';
import { contestPlace, decisionPlace, openContest, openDecision } from './content';
import { listContests, setSealed } from './repository';

/** Seals the contests of a request with another key, before its own is destroyed. */
export async function resealContests(
	trx: Transaction<Database>,
	request: { readonly id: string; readonly dataKeyId: string },
	key: Buffer
): Promise<void> {
	const old = (await openDataKeys(trx, [request.dataKeyId])).get(request.dataKeyId);
	if (!old) return;
	for (const { id, contentSealed, decisionSealed } of await listContests(trx, request.id))
		await setSealed(trx, id, {
			content_sealed: seal(key, contestPlace(id), openContest(old, id, contentSealed)),
			decision_sealed: decisionSealed && seal(key, decisionPlace(id), openDecision(old, id, decisionSealed))
		});
}
