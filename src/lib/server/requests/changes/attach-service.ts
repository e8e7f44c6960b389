import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { lockNotice } from '$lib/server/notices/notices/repository';
import type { Page } from '$lib/server/people/documents/read-page';
import { keepWith, type DocumentProblem } from '$lib/server/people/documents/service';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { findApplication, type Application } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { changePlace } from './content';
import { readChanges, type ToldChange } from './reading-service';
import { setContent } from './repository';

/** `document`: its id comes with the form, so that a second click attaches one. `name`: what the document is. */
export type Attached = {
	readonly requestId: string;
	readonly change: string;
	readonly document: string;
	readonly name: string;
	readonly pages: readonly Page[];
};

/** `not-recorded`: the household told it itself, and sends its own papers. `no-account`: there is nobody whose document it is. */
type Stop = 'not-allowed' | 'not-found' | 'not-opened' | 'already-ended' | 'not-recorded' | 'no-account' | 'is-decided';
export type AttachProblem = Stop | Exclude<DocumentProblem, 'not-allowed'>;
type Done = { readonly ok: true } | { readonly ok: false; readonly problem: AttachProblem };
type Places = Pick<AppDatabase, 'transact'> & { readonly objects: ObjectStore };

/**
 * Keeps a paper that a household gave to the office among its documents, and attaches it to the change that an officer recorded.
 * Until the change is decided; the household reads both on its pages.
 */
export async function attachToChange(
	{ transact, objects }: Places,
	{ document, name, pages, ...place }: Attached,
	by: Actor,
	now: Instant
): Promise<Done> {
	const found = await transact((trx) => toAttach(trx, place, by, now));
	if (typeof found === 'string') return { ok: false, problem: found };
	const facts = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const paper = { id: document, replaces: null, facts: { ...facts, explanation: name }, pages };
	const owner = found.request.accountId!;
	const may = async (trx: Transaction<Database>) => typeof (await toAttach(trx, place, by, now)) !== 'string';
	const then = (trx: Transaction<Database>) => attach(trx, { ...place, document }, by, now);
	return keepWith({ transact, objects }, { ...paper, owner }, { may, then }, by, now);
}

type Place = Pick<Attached, 'requestId' | 'change'>;
type Found = { readonly request: Application; readonly told: ToldChange };

async function toAttach(db: Kysely<Database>, place: Place, by: Actor, now: Instant): Promise<Stop | Found> {
	if (!allows(by, 'officer', 'manager')) return 'not-allowed';
	const request = await findApplication(db, place.requestId);
	if (!request) return 'not-found';
	if (!(await hasOpenedRequest(db, request, by, now))) return 'not-opened';
	const told = (await readChanges(db, request)).find(({ id }) => id === place.change);
	if (!told) return 'not-found';
	if (told.channel === null) return 'not-recorded';
	if (told.decided) return 'is-decided';
	if (request.endedAt !== null) return 'already-ended';
	return request.accountId === null ? 'no-account' : { request, told };
}

async function attach(
	trx: Transaction<Database>,
	{ document, ...place }: Place & { readonly document: string },
	by: Actor,
	now: Instant
): Promise<Done> {
	const request = await findApplication(trx, place.requestId);
	// Two officers who attach at the same moment: the second one reads what the first one wrote.
	if (request) await lockNotice(trx, request.noticeId);
	const found = await toAttach(trx, place, by, now);
	if (typeof found === 'string') return { ok: false, problem: found };
	const { id, change, text, evidence, documents } = found.told;
	if (documents.includes(document)) return { ok: true };
	const { dataKeyId } = found.request;
	const key = (await openDataKeys(trx, [dataKeyId])).get(dataKeyId)!;
	const content = { change, text, evidence, documents: [...documents, document] };
	if (!(await setContent(trx, id, seal(key, changePlace(id), content)))) return { ok: false, problem: 'is-decided' };
	const subject = { type: 'application', id: place.requestId } as const;
	record(trx, { event: 'change_paper_attached', by, subject, detail: { change: id, document }, at: now });
	return { ok: true };
}
