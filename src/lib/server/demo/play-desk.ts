import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import { newId } from '$lib/server/ids';
import { publishedNotices } from '$lib/server/notices/notices/reading-service';
import { householdAtDesk } from '$lib/server/people/desk-records/acting';
import { closeRecordOf, openRecord } from '$lib/server/people/desk-records/open-record';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import type { Database } from '$lib/server/schema';
import { allowed } from './play-rounds';
import type { World } from './world';

/** A household without an account that came to the desk, with a draft that waits for its signature. */
export async function playDesk(trx: Transaction<Database>, { cast, load }: World): Promise<void> {
	const { funzionario } = cast;
	const at = load.at(-2, '10:30');
	const heard = { channel: 'desk', on: dayOf(at), evidence: 'Modulo di carta n. 14, firmato' } as const;
	const names = { givenName: 'Teresa', familyName: 'Esempio', taxCode: '' };
	const record = { id: newId(), heard, who: { names, isMemberToo: false } };
	allowed(await openRecord(trx, record, funzionario, at));
	const household = (await householdAtDesk(trx, funzionario, at))!;
	const open = (await publishedNotices(trx, at)).find(({ phase, source }) => phase === 'open' && source === 'own');
	const members = [{ id: 'm1', relation: 'applicant', birthDate: '1957-03-18' }] as const;
	if (open) allowed(await saveAnswers(trx, open.id, (saved) => ({ ...saved, members: [...members] }), household, at));
	await closeRecordOf(trx, funzionario, at);
}
