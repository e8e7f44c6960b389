import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/schema';
import { readActs } from './acts';
import { checklistAfter, declaredRequest } from './declared-request';
import { lockVerification, updateVerification } from './repository';

/** Works out anew where the check of a request stands, after something else than an act about a fact changed it. */
export async function refreshStanding(trx: Transaction<Database>, requestId: string, now: Instant): Promise<void> {
	const { version } = await lockVerification(trx, requestId, now);
	const declared = (await declaredRequest(trx, requestId))!;
	const { standing } = checklistAfter(declared, await readActs(trx, declared.request));
	await updateVerification(trx, requestId, { standing, version: version + 1, updated_at: now });
}
