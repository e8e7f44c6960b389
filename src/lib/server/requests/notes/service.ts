import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import { findApplication } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import * as repository from './repository';

/** `id` comes with the form: a second click finds the note of the first. `corrects`: the note whose place this one takes. */
export type NewNote = { readonly id: string; readonly corrects: string | null; readonly text: string };

export type NoteProblem = 'not-allowed' | 'not-found' | 'closed' | 'unknown-note';
export type Written =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: NoteProblem }
	| { readonly ok: false; readonly problem: 'corrected-already'; readonly who: string; readonly at: Instant };

const placeOf = (id: string) => `request_notes.text_sealed:${id}`;

/**
 * Writes a note on the file of a request, for somebody of the staff who opened it today. The household does not see notes in
 * the portal; whoever asks for all of their data gets them (GDPR art. 15).
 */
export async function writeNote(
	trx: Transaction<Database>,
	requestId: string,
	{ id, corrects, text }: NewNote,
	by: Actor,
	now: Instant
): Promise<Written> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const request = await findApplication(trx, requestId);
	if (!request) return { ok: false, problem: 'not-found' };
	if (!(await hasOpenedRequest(trx, request, by, now))) return { ok: false, problem: 'closed' };
	const earlier = corrects === null ? null : await repository.findNote(trx, corrects);
	if (earlier !== null && earlier?.requestId !== requestId) return { ok: false, problem: 'unknown-note' };
	const sealed = await sealText(trx, request.dataKeyId, placeOf(id), text);
	const row = { id, application_id: requestId, corrects, text_sealed: sealed, account_id: by.id, at: now };
	if (!(await repository.insertNote(trx, row))) return writtenBefore(trx, { id, requestId, corrects }, by);
	const subject = { type: 'application', id: requestId } as const;
	record(trx, { event: 'note_written', by, subject, detail: { note: id, ...(corrects && { corrects }) }, at: now });
	return { ok: true };
}

/** The note of a first click, or what a colleague wrote in the meantime. */
async function writtenBefore(
	trx: Transaction<Database>,
	{ id, requestId, corrects }: { id: string; requestId: string; corrects: string | null },
	by: Actor
): Promise<Written> {
	const same = await repository.findNote(trx, id);
	if (same)
		return same.byId === by.id && same.requestId === requestId ? { ok: true } : { ok: false, problem: 'unknown-note' };
	const other = corrects === null ? undefined : await repository.findCorrection(trx, corrects);
	return other
		? { ok: false, problem: 'corrected-already', who: other.byName, at: other.at }
		: { ok: false, problem: 'unknown-note' };
}

export type Note = {
	readonly id: string;
	readonly corrects: string | null;
	readonly text: string;
	readonly at: Instant;
	readonly byName: string;
	readonly byRole: string;
};

/** The notes of a request, the newest first. The caller has checked who reads. */
export async function readNotes(db: Kysely<Database>, requestId: string): Promise<Note[]> {
	const notes: Note[] = [];
	for (const { textSealed, requestId: _own, byId: _by, ...note } of await repository.listNotes(db, requestId))
		notes.push({ ...note, text: (await openText(db, placeOf(note.id), textSealed)) ?? '' });
	return notes;
}
