import type { Transaction } from 'kysely';
import { newestUnsent, updateMail } from '$lib/server/platform/mail/repository';
import type { Database } from '$lib/server/schema';
import { emailOf } from './accounts';
import type { World } from './world';

const MOST = 1_000;

/** The newest message to the second landlord came back: its server takes nothing for that address. */
export async function playBounced(trx: Transaction<Database>, { load }: World): Promise<void> {
	const isHers = ({ recipient }: { recipient: string }) => recipient === emailOf('proprietario2');
	const mail = (await newestUnsent(trx, MOST)).find((one) => isHers(one) && one.message_id !== null)!;
	const at = load.at(-1, '09:30');
	await updateMail(trx, mail.id, { attempts: 1, problem: 'refused', problem_at: at, given_up_at: at });
}
