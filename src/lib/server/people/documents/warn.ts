import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { endToTell, nextWarning } from '$lib/domain/documents/warnings';
import { tell } from '$lib/server/people/messages/tell';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import type { Database } from '$lib/server/schema';
import { formatDate } from '$lib/words/format';
import { listToWarn, setWarning } from './repository';
import { openFacts } from './stored-document';

/** The most documents that a turn looks at; the next turn goes on. */
const BATCH = 200;

/**
 * Warns people that a document of theirs ends, once on each day of the rule. The message says only the day, because the
 * kind of the document may tell of health. Answers of how many documents it warned.
 */
export async function warnOfDocuments(trx: Transaction<Database>, now: Instant): Promise<number> {
	const today = dayOf(now);
	const due = await listToWarn(trx, today, BATCH);
	const keys = await openDataKeys(trx, [...new Set(due.map(({ dataKeyId }) => dataKeyId))]);
	let told = 0;
	for (const { id, accountId, warnOn, dataKeyId, factsSealed } of due) {
		const key = keys.get(dataKeyId);
		const facts = key && openFacts(key, id, factsSealed);
		const next = facts ? nextWarning(facts, today) : null;
		// Another process may have told of it meanwhile.
		if (!(await setWarning(trx, { id, from: warnOn, to: next }))) continue;
		const until = facts ? endToTell(facts, today) : null;
		if (!until) continue;
		const words = (locale: 'it' | 'en') => ({ deadline: formatDate(until, locale) });
		await tell(trx, 'document_near', { to: { accountId }, path: '/my/documents', words }, now);
		record(trx, { event: 'deadline_reminded', by: system, subject: { type: 'document', id }, at: now });
		told += 1;
	}
	return told;
}
