import { createHmac } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import {
	RateLimiterMemory,
	RateLimiterPostgres,
	RateLimiterRes,
	type RateLimiterAbstract
} from 'rate-limiter-flexible';
import { config } from '$lib/server/config';
import { onceADatabase } from '$lib/server/platform/db/app';
import type { AppDatabase } from '$lib/server/platform/db/database';

/** How many tries in how many seconds. Waits are short and the owner is not locked out: see `attemptKeys`. */
export const limits = {
	/** One address trying one account. */
	pair: { points: 10, duration: 5 * 60 },
	/** One address trying any account: an office or a library shares one. */
	address: { points: 60, duration: 15 * 60 },
	/** Everybody trying one account from devices it does not know: beyond, the answers come slowly. */
	account: { points: 50, duration: 60 * 60 },
	/** A device that signed in to this account before. */
	device: { points: 10, duration: 5 * 60 },
	code: { points: 5, duration: 5 * 60 },
	/** Mails that one network can cause to an address that may belong to another person. */
	mail: { points: 3, duration: 60 * 60 },
	form: { points: 30, duration: 60 * 60 },
	/** Searches of one account of the office: many for a day at the desk, few for copying the names of all households. */
	search: { points: 60, duration: 5 * 60 }
} as const;

/** Seconds: long enough to make guessing slow, short enough for the owner to wait. */
const LONGEST_PAUSE = 5;

export type Limit = keyof typeof limits;
export type Key = readonly [limit: Limit, of: string];

/**
 * Counts tries: in the table `throttle` on PostgreSQL, where several processes share them, in memory on SQLite, which
 * serves from one process.
 */
export function openThrottle(
	database: AppDatabase,
	rules: Record<Limit, { points: number; duration: number }> = limits
) {
	const limiters = new Map<Limit, RateLimiterAbstract>();
	const limiter = (name: Limit) => {
		let made = limiters.get(name);
		if (!made) limiters.set(name, (made = makeLimiter(database, name, rules[name])));
		return made;
	};
	return {
		/**
		 * Takes one try of each key in turn. The first that is used up refuses, and says after how many seconds to come
		 * back; the keys after it lose nothing.
		 */
		async take(keys: readonly Key[]): Promise<{ ok: true } | { ok: false; seconds: number }> {
			for (const [name, of] of keys) {
				const refused = await consume(limiter(name), hide(of));
				if (refused) return { ok: false, seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
			}
			return { ok: true };
		},
		/** Takes one try of each key and never refuses: answers the seconds to let pass, more with each try too many. */
		async slow(keys: readonly Key[]): Promise<number> {
			const tooMany = async ([name, of]: Key) =>
				((await consume(limiter(name), hide(of)))?.consumedPoints ?? 0) - rules[name].points;
			const overs = await Promise.all(keys.map(tooMany));
			return Math.min(LONGEST_PAUSE, Math.max(0, ...overs));
		},
		/** Gives the tries back after a right password. */
		async giveBack(keys: readonly Key[]): Promise<void> {
			await Promise.all(keys.map(([name, of]) => limiter(name).reward(hide(of), 1)));
		}
	};
}

export type Throttle = ReturnType<typeof openThrottle>;

/** Neither mail nor network addresses are kept in clear. */
const hide = (of: string) => createHmac('sha256', config().masterKey).update(`throttle:${of}`).digest('base64url');

function makeLimiter(database: AppDatabase, name: Limit, rule: { points: number; duration: number }) {
	const options = { ...rule, keyPrefix: name };
	if (database.kind === 'sqlite') return new RateLimiterMemory(options);
	const storeClient = {
		query: ({ text, values }: { text: string; values: unknown[] }) =>
			database.db.executeQuery(CompiledQuery.raw(text, values))
	};
	return new RateLimiterPostgres({
		...options,
		storeClient,
		storeType: 'client',
		tableName: 'throttle',
		tableCreated: true
	});
}

/** Why the limiter refuses, or null. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimiterRes | null> {
	try {
		await limiter.consume(key, 1);
		return null;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return refused;
		throw refused;
	}
}

/** The limits of this process's database. */
export const throttle = onceADatabase(openThrottle);
