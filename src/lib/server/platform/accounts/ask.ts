import type { Transaction } from 'kysely';
import { machineTime } from '$lib/server/clock';
import { newId } from '$lib/server/ids';
import type { Database } from '$lib/server/schema';
import { normaliseEmail } from './mail-address';
import { countRequests, insertRequest } from './request-repository';
import type { AccountRequestsTable } from './table';

type Asked = Pick<AccountRequestsTable, 'kind' | 'email' | 'name' | 'role' | 'locale' | 'next'>;

const MINUTE = 60_000;
/** So many mails an hour leave at once; each further one waits longer, and none is refused. */
const AT_ONCE = 3;
const LONGEST_WAIT = 10;

/**
 * Keeps what somebody asked for by giving a mail address, and answers its id. Whether the address has an account is
 * looked up later, by the job that writes the mail (answer-requests.ts): the work done here, and so its time, is the
 * same for every address.
 */
export async function ask(trx: Transaction<Database>, asked: Asked): Promise<string> {
	const id = newId();
	const email = normaliseEmail(asked.email);
	const time = machineTime();
	const before = await countRequests(trx, email, later(time, -60));
	const wait = Math.min(LONGEST_WAIT, Math.max(0, before - AT_ONCE + 1));
	const unanswered = { answered_at: null, token_hash: null, used_at: null };
	await insertRequest(trx, { ...asked, ...unanswered, id, email, created_at: time, due_at: later(time, wait) });
	return id;
}

const later = (time: string, minutes: number) => new Date(Date.parse(time) + minutes * MINUTE).toISOString();
