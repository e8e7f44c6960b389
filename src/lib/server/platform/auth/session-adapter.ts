import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Transaction } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter, DatabaseSession } from 'lucia';
import { machineTime } from '$lib/server/clock';
import { isOutage } from '$lib/server/platform/db/outage';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { Database } from '$lib/server/schema';
import { currentTransaction } from '$lib/server/platform/db/transaction';
import * as repository from './repository';

/** How a session id or a mailed token is stored. A person who reads the database cannot use it to sign in. */
export const digest = (secret: string): string => bytesToHex(sha256(utf8ToBytes(secret)));

/** A request that waited for its session as long as for its own write would be answered too late. */
const LONGEST_EXTENDING_MS = 400;

/**
 * Lucia's storage. Its stock adapters keep the id itself and lose sessions made inside a transaction; this one keeps
 * the SHA-256, joins the open transaction, and ends a session `absolute` seconds after sign-in, however busy it is.
 */
export function sessionAdapter(database: AppDatabase, absolute: number): Adapter {
	const write = (work: (trx: Transaction<Database>) => Promise<void>) => {
		const open = currentTransaction();
		return open ? work(open.trx) : database.transact(work);
	};
	const endOf = (createdAt: string) => new Date(Date.parse(createdAt) + absolute * 1000);

	return {
		async getSessionAndUser(id) {
			const row = await repository.findSession(currentTransaction()?.trx ?? database.db, digest(id));
			if (!row || endOf(row.createdAt) <= new Date(machineTime())) return [null, null];
			const { accountId: userId, expiresAt, secondFactor, actingUnder } = row;
			const session = { id, userId, expiresAt: new Date(expiresAt), attributes: { secondFactor, actingUnder } };
			return [session, { id: userId, attributes: row }];
		},
		// The page of one's own sessions lists them by their hash (src/lib/server/platform/accounts/own-sessions.ts).
		getUserSessions: async () => [],
		setSession: (session) => write((trx) => repository.insertSession(trx, sessionRow(session))),
		updateSessionExpiration: async (id, expiresAt) => {
			const extended = write((trx) => repository.extendSession(trx, digest(id), expiresAt.toISOString()));
			// Reading goes on while nothing can be written; the next request extends the session.
			const written = extended.catch((error: unknown) => {
				if (!isOutage(error)) throw error;
			});
			await Promise.race([written, pause(LONGEST_EXTENDING_MS, undefined, { ref: false })]);
		},
		deleteSession: (id) => write((trx) => repository.deleteSession(trx, digest(id))),
		deleteUserSessions: (accountId) => write((trx) => repository.deleteSessionsOf(trx, accountId)),
		deleteExpiredSessions: () => write((trx) => repository.deleteIdleSessions(trx, machineTime()))
	};
}

const sessionRow = ({ id, userId, expiresAt, attributes }: DatabaseSession) => ({
	id: digest(id),
	account_id: userId,
	created_at: machineTime(),
	expires_at: expiresAt.toISOString(),
	second_factor: attributes.secondFactor ? 1 : 0,
	acting_under: null,
	...(attributes.browser && { browser: attributes.browser }),
	...(attributes.way && { way: attributes.way })
});
