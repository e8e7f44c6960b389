import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { keepDocument } from '$lib/server/people/documents/service';
import type { Page } from '$lib/server/people/documents/read-page';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Database } from '$lib/server/schema';
import { declarationsOf } from './declarations';
import { householdOf } from './service';

type Place = { readonly recordId: string; readonly noticeId: string };

/** What the sheet that a household signs says; null where `by` has no such record open, or there is no draft. */
export async function readSheet(db: Kysely<Database>, { recordId, noticeId }: Place, by: Actor, now: Instant) {
	const household = await householdOf(db, recordId, by, now);
	return household && declarationsOf(db, noticeId, household);
}

type Sheet = Place & { readonly documentId: string; readonly name: string; readonly pages: readonly Page[] };
type Places = Pick<AppDatabase, 'db' | 'transact'> & { readonly objects: ObjectStore };

/** Keeps the sheet that a household signed among its documents. `name`: what it is, as the list of documents says it. */
export async function keepSignature(
	{ db, transact, objects }: Places,
	{ recordId, documentId, name, pages }: Sheet,
	by: Actor,
	now: Instant
) {
	const household = await householdOf(db, recordId, by, now);
	if (!household) return { ok: false, problem: 'over' } as const;
	const facts = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const sheet = { id: documentId, replaces: null, facts: { ...facts, explanation: name }, pages };
	return keepDocument({ transact, objects }, sheet, household, now);
}
