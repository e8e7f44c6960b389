import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readHead } from '$lib/server/platform/audit/repository';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { isInPart, Unavailable } from '$lib/server/platform/db/outage';
import { sqliteFile } from '$lib/server/platform/db/backup';
import { writeCheckAgain } from '$lib/server/platform/secrets/check-master-key';

/** With less room than this the next large write may fail, in bytes. */
const LEAST_ROOM = 16 * 1024 * 1024;
/** The check itself may succeed on a disk that is full or damaged: what failed for others counts for so long. */
const IN_PART_FOR_MS = 10_000;
/** More frequent calls get the same answer, because each check writes to the disk. */
const LOOK_EVERY_MS = 1_000;

let inPart: { readonly at: number; readonly error: unknown } | undefined;
let last: { readonly at: number; readonly problem: Promise<unknown>; readonly of: AppDatabase } | undefined;

/** Why the portal cannot serve: its database does not answer or takes no writes. Undefined when it can. Never throws. */
export function whyNotReady(database: AppDatabase, url: string): Promise<unknown> {
	const at = performance.now();
	if (last?.of !== database || at - last.at > LOOK_EVERY_MS) {
		last = {
			at,
			of: database,
			problem: look(database, url).then(
				() => undefined,
				(error: unknown) => error
			)
		};
	}
	return last.problem;
}

/** The database could not serve somebody: the next question whether it can is answered anew. */
export function noteOutage(error: unknown): void {
	last = undefined;
	if (isInPart(error)) inPart = { at: performance.now(), error };
}

async function look(database: AppDatabase, url: string): Promise<void> {
	await readHead(database.db);
	await requireRoom(url);
	if (inPart && performance.now() - inPart.at < IN_PART_FOR_MS) throw inPart.error;
	await database.transact(writeCheckAgain);
}

async function requireRoom(url: string): Promise<void> {
	const of = sqliteFile(url);
	if (!of.ok || of.file === ':memory:') return;
	const { bavail, bsize } = await statfs(dirname(of.file));
	if (bavail * bsize < LEAST_ROOM) throw new Unavailable(`only ${bavail * bsize} bytes are left on the disk`);
}
