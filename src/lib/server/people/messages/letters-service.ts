import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { openPersonOfFile, readPersonOfFile, type OpenPersonProblem } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { stopMail } from '$lib/server/platform/mail/repository';
import type { Database } from '$lib/server/schema';
import type { Content } from './content';
import {
	countLetters,
	deleteMessages,
	listLetters,
	listUndelivered,
	lockLetters,
	setPosted,
	turnToPaper
} from './letters-repository';
import { postalOf, type Postal } from './reach';
import { openMessages } from './reading-service';
import { findMessage, type StoredMessage } from './repository';
import { isPassing } from './templates';

/** Letters that one page shows, and one file prints. */
const PAGE = 50;

/** A letter as it is printed. */
export type Letter = { readonly id: string; readonly at: Instant } & Postal & Content;

/**
 * The letters that wait to be printed and posted, and are in no print run; the oldest first. Each person whose name stands here
 * sees who read it. A reader who may be told by the safe contact alone is not named.
 */
export async function lettersToPost(
	trx: Transaction<Database>,
	by: Actor,
	now: Instant
): Promise<{ count: number; letters: Letter[] }> {
	const count = await countLetters(trx);
	const rows = await listLetters(trx, PAGE);
	const letters: Letter[] = [];
	for (const { row, content } of await openMessages(trx, rows)) {
		const postal = await postalOf(trx, row.accountId);
		const name = postal.onlySafe ? null : postal.name;
		letters.push({ id: row.id, at: row.createdAt, ...postal, ...content, name });
	}
	await noteEnvelopes(trx, rows, by, now);
	return { count, letters };
}

export type SafeContact =
	| { readonly ok: true; readonly name: string; readonly safeContact: string }
	| { readonly ok: false; readonly problem: OpenPersonProblem };

/** Opens the safe contact of a letter's reader, who may be told by it alone. The reader sees who opened it, and why. */
export async function openSafeContact(
	trx: Transaction<Database>,
	{ id, reason }: { readonly id: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<SafeContact> {
	const accountId = (await findMessage(trx, id))?.accountId ?? null;
	const postal = accountId && (await postalOf(trx, accountId));
	if (!accountId || !postal || !postal.onlySafe) return { ok: false, problem: 'not-found' };
	const file = { accountId, onlySafe: true, subject: { type: 'letter', id } } as const;
	const opened = await openPersonOfFile(trx, file, reason, by, now);
	if (!opened.ok) return opened;
	const person = await readPersonOfFile(trx, file, by, now);
	if (person?.state !== 'open' || !person.contact.isProtected) return { ok: false, problem: 'not-found' };
	return { ok: true, name: postal.name ?? '', safeContact: person.contact.safeContact };
}

/**
 * Mails that did not arrive, with who was to read them and sees who read it; the last failure first. Who may be told by the
 * safe contact alone since then is not named.
 */
export async function undelivered(trx: Transaction<Database>, by: Actor, now: Instant) {
	const rows = await listUndelivered(trx, PAGE);
	const opened = new Map((await openMessages(trx, rows)).map(({ row, content }) => [row.id, content.subject]));
	const shown = [];
	for (const { id, accountId, problem, problemAt, givenUp, ...reader } of rows) {
		const { onlySafe } = await postalOf(trx, accountId);
		const { name, email } = onlySafe ? { name: null, email: null } : reader;
		shown.push({ id, name, email, problem, problemAt, givenUp, subject: opened.get(id) ?? '' });
	}
	await noteEnvelopes(trx, rows, by, now);
	return shown;
}

type Done = { readonly ok: true; readonly posted: number } | { readonly ok: false; readonly problem: 'not-allowed' };

/**
 * The letters were posted. Those that were marked before stay as they were, so that a second click changes nothing. What may
 * not be kept goes with its letter. A person whose name and address stood on an envelope sees which officer read them.
 */
export async function markPosted(
	trx: Transaction<Database>,
	ids: readonly string[],
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const rows = await lockLetters(trx, ids);
	await noteEnvelopes(trx, rows, by, now);
	await setAsPosted(trx, rows, by, now);
	return { ok: true, posted: rows.length };
}

/** Marks letters that are locked as posted, and deletes those that may not be kept. */
export async function setAsPosted(
	trx: Transaction<Database>,
	rows: readonly StoredMessage[],
	by: Actor,
	now: Instant
): Promise<void> {
	const passing = (await openMessages(trx, rows)).filter(({ content }) => isPassing(content.template));
	await deleteMessages(
		trx,
		passing.map(({ row }) => row.id)
	);
	await setPosted(
		trx,
		rows.map(({ id }) => id),
		{ by: by.id, at: now }
	);
	for (const { id } of rows) record(trx, { event: 'letters_posted', by, subject: { type: 'message', id }, at: now });
}

/** Records that `by` reads the names and addresses of these messages. */
export async function noteEnvelopes(
	trx: Transaction<Database>,
	letters: readonly Pick<StoredMessage, 'id' | 'accountId'>[],
	by: Actor,
	now: Instant
): Promise<void> {
	const named = [];
	for (const { id, accountId } of letters) {
		if (accountId === null || (await postalOf(trx, accountId)).onlySafe) continue;
		named.push({ accountId, subject: { type: 'letter' as const, id } });
	}
	await noteReadings(trx, named, by, now);
}

/** A mail did not arrive: the message becomes a letter, and the mail is not tried again. A second click finds it done. */
export async function printInstead(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: 'not-allowed' | 'unknown-message' }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const was = await turnToPaper(trx, id);
	if (was === undefined) return { ok: false, problem: 'unknown-message' };
	if (was === 'paper') return { ok: true };
	await stopMail(trx, id, now);
	record(trx, { event: 'message_on_paper', by, subject: { type: 'message', id }, at: now });
	return { ok: true };
}
