import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { stateOf } from '$lib/domain/mandates/mandate';
import { keepDocument } from '$lib/server/people/documents/service';
import type { Page } from '$lib/server/people/documents/read-page';
import { letHelperAct } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Database } from '$lib/server/schema';
import { inPlaceOf } from './acting';
import { isHelper } from './propose';
import { findMandate } from './repository';
import { takesPaper, type YesProblem } from './say-yes';

type Sheet = {
	readonly mandateId: string;
	readonly documentId: string;
	/** What the sheet is, as the list of the person's documents says it. */
	readonly name: string;
	readonly pages: readonly Page[];
};
type Places = { readonly transact: AppDatabase['transact']; readonly objects: ObjectStore };

/** Keeps the sheet that a person signed among the documents of that person, where paper begins the mandate. */
export async function keepSheet(
	{ transact, objects }: Places,
	{ mandateId, documentId, name, pages }: Sheet,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: YesProblem }> {
	if (!isHelper(by)) return { ok: false, problem: 'not-allowed' };
	const { mandate, isTaken } = await transact(async (trx) => {
		const found = await findMandate(trx, mandateId);
		const ours = found?.organisationId === by.organisationId ? found : undefined;
		return { mandate: ours, isTaken: ours ? await takesPaper(trx, ours, now) : false };
	});
	if (!mandate) return { ok: false, problem: 'not-found' };
	if (stateOf(mandate, now) !== 'proposed') return { ok: false, problem: 'not-proposed' };
	if (!isTaken) return { ok: false, problem: 'code-needed' };
	const mayKeep = async (trx: Transaction<Database>) => {
		const isStillTaken = await takesPaper(trx, mandate, now);
		if (isStillTaken) letHelperAct(mandateId);
		return isStillTaken;
	};
	const facts = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const sheet = { id: documentId, replaces: null, facts: { ...facts, explanation: name }, pages };
	const kept = await keepDocument({ transact, objects }, sheet, inPlaceOf(mandate, by), now, mayKeep);
	return kept.ok ? { ok: true } : { ok: false, problem: 'no-paper' };
}
