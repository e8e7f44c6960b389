import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { stopMail } from '$lib/server/platform/mail/repository';
import { sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import {
	countLetters,
	deleteMessages,
	listLetters,
	listUndelivered,
	lockLetters,
	setPosted,
	turnToPaper
} from './letters-repository';
import { postalOf } from './reach';
import { openMessages } from './reading-service';
import { findMessage } from './repository';
import { isPassing } from './templates';

/** Letters that one page shows, and one file prints. */
const PAGE = 50;
/** A reason that somebody can check later is longer than a word. */
const SHORTEST_REASON = 10;

/** The letters that wait to be printed and posted, the oldest first, as they are printed. */
export async function lettersToPost(db: Kysely<Database>) {
	const count = await countLetters(db);
	const letters = [];
	for (const { row, content } of await openMessages(db, await listLetters(db, PAGE))) {
		letters.push({ id: row.id, at: row.createdAt, ...(await postalOf(db, row.accountId)), ...content });
	}
	return { count, letters };
}

export type SafeContact =
	| { readonly ok: true; readonly safeContact: string }
	| { readonly ok: false; readonly problem: 'not-allowed' | 'reason-missing' | 'unknown-message' };

/**
 * Opens the safe contact of a letter's reader, who may be told by it alone, with the reason in the log. The reason is
 * sealed with the key of that person.
 */
export async function openSafeContact(
	trx: Transaction<Database>,
	{ id, reason }: { readonly id: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<SafeContact> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	if (reason.length < SHORTEST_REASON) return { ok: false, problem: 'reason-missing' };
	const letter = await findMessage(trx, id);
	const person = letter?.accountId ? await readOwnPerson(trx, letter.accountId) : null;
	if (!letter || !person || !(await postalOf(trx, letter.accountId)).onlySafe)
		return { ok: false, problem: 'unknown-message' };
	const sealed = await sealText(trx, letter.dataKeyId, `persons.opened:${person.id}:${now}`, reason);
	const subject = { type: 'person', id: person.id } as const;
	record(trx, { event: 'safe_contact_opened', by, subject, reason: sealed, detail: { message: id }, at: now });
	return { ok: true, safeContact: person.facts.safeContact };
}

/** Mails that did not arrive, with who was to read them; the last failure first. */
export async function undelivered(db: Kysely<Database>) {
	const rows = await listUndelivered(db, PAGE);
	const opened = new Map((await openMessages(db, rows)).map(({ row, content }) => [row.id, content.subject]));
	return rows.map(({ id, name, email, problem, problemAt, givenUp }) => ({
		id,
		name,
		email,
		problem,
		problemAt,
		givenUp,
		subject: opened.get(id) ?? ''
	}));
}

type Done = { readonly ok: true; readonly posted: number } | { readonly ok: false; readonly problem: 'not-allowed' };

/**
 * The letters were posted. Those that were marked before stay as they were, so that a second click changes nothing. What may
 * not be kept goes with its letter.
 */
export async function markPosted(
	trx: Transaction<Database>,
	ids: readonly string[],
	by: Actor,
	now: Instant
): Promise<Done> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const rows = await lockLetters(trx, ids);
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
	return { ok: true, posted: rows.length };
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
