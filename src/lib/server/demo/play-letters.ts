import type { Transaction } from 'kysely';
import { letterIdsBefore } from '$lib/server/people/messages/letters-repository';
import { markPosted } from '$lib/server/people/messages/letters-service';
import type { Database } from '$lib/server/schema';
import { allowed } from './play-rounds';
import type { World } from './world';

/** Days from today. What was written since waits to be printed. */
const POSTED_UP_TO = -7;

/** The office posted its letters a week ago: only the newest wait. */
export async function playLetters(trx: Transaction<Database>, { cast, load }: World): Promise<void> {
	const ids = await letterIdsBefore(trx, load.at(POSTED_UP_TO, '00:00'));
	allowed(await markPosted(trx, ids, cast.funzionario, load.at(POSTED_UP_TO, '08:30')));
}
