import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { newId } from '$lib/server/ids';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { listLetters } from './letters-repository';
import { noteEnvelopes, setAsPosted, type Letter } from './letters-service';
import { findRun, giveRun, listRun, listRuns, lockRun, putIntoRun, takeOutOfRun } from './print-runs-repository';
import { postalOf } from './reach';
import { openMessages } from './reading-service';
import type { StoredMessage } from './repository';

/** Letters that one run takes at most, and that one file of it prints. */
const MOST = 1_000;
const PART = 100;

type Refused = { readonly ok: false; readonly problem: 'not-allowed' | 'nothing' };
type RunDone = { readonly ok: true; readonly run: string; readonly letters: number } | Refused;

const NOT_ALLOWED = { ok: false, problem: 'not-allowed' } as const;
const NOTHING = { ok: false, problem: 'nothing' } as const;
const mayPrint = (by: Actor) => allows(by, 'officer', 'manager');

/**
 * Takes letters that wait into a print run of `by`: these, or all, the oldest first. A second click, or a second officer,
 * finds them taken. Letters to people who may be told by their safe contact alone stay where they are.
 */
export async function prepareRun(
	trx: Transaction<Database>,
	which: 'all' | readonly string[],
	by: Actor,
	now: Instant
): Promise<RunDone> {
	if (!mayPrint(by)) return NOT_ALLOWED;
	const waiting = await listLetters(trx, MOST, which === 'all' ? undefined : which);
	const { printable } = await sorted(trx, waiting);
	const run = newId();
	const letters = await putIntoRun(trx, idsOf(printable), { id: run, by: by.id, at: now });
	if (letters === 0) return NOTHING;
	await noteEnvelopes(trx, await listRun(trx, run), by, now);
	record(trx, { event: 'letters_prepared', by, subject: { type: 'print_run', id: run }, detail: { letters }, at: now });
	return { ok: true, run, letters };
}

/** The runs that are not posted yet, each with the files that print it. */
export async function openRuns(db: Kysely<Database>, by: Actor) {
	const runs = await listRuns(db);
	return runs.map(({ byId, ...run }) => ({ ...run, mine: byId === by.id, parts: partsOf(run.letters) }));
}

/** `[{ part: 1, from: 1, to: 100 }, …]` */
const partsOf = (letters: number) =>
	Array.from({ length: Math.ceil(letters / PART) }, (_, index) => ({
		part: index + 1,
		from: index * PART + 1,
		to: Math.min(letters, (index + 1) * PART)
	}));

/**
 * The letters of one file of a run, as they are printed, for the officer who prints it; null for everybody else. Who was
 * erased, or may be told by the safe contact alone since, is not among them. The others see who read their letter on this day.
 */
export async function lettersOfPart(
	trx: Transaction<Database>,
	{ run, part }: { readonly run: string; readonly part: number },
	by: Actor,
	now: Instant
): Promise<{ readonly at: Instant; readonly letters: readonly Letter[] } | null> {
	const found = await findRun(trx, run);
	if (!found || found.byId !== by.id) return null;
	const rows = (await listRun(trx, run)).slice((part - 1) * PART, part * PART);
	const letters = [];
	for (const { row, content } of await openMessages(trx, rows)) {
		const postal = await postalOf(trx, row.accountId);
		if (!postal.onlySafe) letters.push({ id: row.id, at: row.createdAt, ...postal, ...content });
	}
	await noteEnvelopes(trx, rows, by, now);
	return letters.length > 0 ? { at: found.at, letters } : null;
}

/** Another officer goes on with a run. The people of its letters see that this officer reads their names too. */
export async function takeRun(trx: Transaction<Database>, run: string, by: Actor, now: Instant): Promise<RunDone> {
	if (!mayPrint(by)) return NOT_ALLOWED;
	const found = await findRun(trx, run);
	if (!found) return NOTHING;
	const rows = await lockRun(trx, run);
	if (found.byId === by.id) return { ok: true, run, letters: rows.length };
	await giveRun(trx, run, by.id);
	await noteEnvelopes(trx, rows, by, now);
	record(trx, { event: 'letters_taken', by, subject: { type: 'print_run', id: run }, at: now });
	return { ok: true, run, letters: rows.length };
}

/** The letters of a run wait again: nothing of it was posted. */
export async function releaseRun(trx: Transaction<Database>, run: string, by: Actor, now: Instant): Promise<RunDone> {
	if (!mayPrint(by)) return NOT_ALLOWED;
	const rows = await lockRun(trx, run);
	if (rows.length === 0) return NOTHING;
	await takeOutOfRun(trx, idsOf(rows));
	record(trx, { event: 'letters_released', by, subject: { type: 'print_run', id: run }, at: now });
	return { ok: true, run, letters: rows.length };
}

/** The letters of a run were posted. One whose reader may be told by the safe contact alone since then waits for the office. */
export async function postRun(trx: Transaction<Database>, run: string, by: Actor, now: Instant): Promise<RunDone> {
	if (!mayPrint(by)) return NOT_ALLOWED;
	const rows = await lockRun(trx, run);
	if (rows.length === 0) return NOTHING;
	const { printable, closed } = await sorted(trx, rows);
	await takeOutOfRun(trx, idsOf(closed));
	await setAsPosted(trx, printable, by, now);
	return { ok: true, run, letters: printable.length };
}

const idsOf = (rows: readonly StoredMessage[]) => rows.map(({ id }) => id);

/** `closed`: to people who may be told by the safe contact alone. */
async function sorted(db: Kysely<Database>, rows: readonly StoredMessage[]) {
	const printable: StoredMessage[] = [];
	const closed: StoredMessage[] = [];
	for (const row of rows) ((await postalOf(db, row.accountId)).onlySafe ? closed : printable).push(row);
	return { printable, closed };
}
