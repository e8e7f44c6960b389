import { createHmac } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { sheetNumber } from '$lib/domain/mandates/sheet-number';
import { canonicalJson } from '$lib/domain/receipt/canonical-json';
import { config } from '$lib/server/config';
import { newId } from '$lib/server/ids';
import type { Page } from '$lib/server/people/documents/read-page';
import { keepWith, type DocumentProblem } from '$lib/server/people/documents/service';
import { letHelperAct, letWithYes, record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import type { Database } from '$lib/server/schema';
import { findGivenOnPaper, insertConsent } from './consent-repository';
import { yesKey, type OwnAct } from './may-do';
import { mayWithYes } from './may-with-yes';
import { lockMandate } from './repository';

/** An act that a person signs. `says`: all that its sheet says, so that the number of the sheet changes with it. Plain data. */
export type SignedAct = { readonly own: OwnAct; readonly says: unknown };

/**
 * The number of a sheet under a mandate. It is a keyed hash of what the sheet says: only the portal makes it, and it tells
 * nothing of the answers.
 */
const numberOf = (mandateId: string, { own, says }: SignedAct): string =>
	sheetNumber(
		createHmac('sha256', config().masterKey)
			.update(`sheet:${canonicalJson([mandateId, own, says])}`)
			.digest()
	);

/** The number to print on the sheet of an act as it stands now; undefined where the helper may not do it. */
export async function numberToPrint(
	db: Kysely<Database>,
	signed: SignedAct,
	by: Actor,
	now: Instant
): Promise<string | undefined> {
	const helper = await mayWithYes(db, signed.own, by, now);
	return helper && numberOf(helper.mandateId, signed);
}

/**
 * `gone`: there is nothing to sign any more. `other-sheet`: the number is of another act, of other answers, or of another
 * person. `used`: the act was done with this sheet. `no-paper`: the id of the upload is another document's.
 */
export type PaperProblem = 'not-allowed' | 'gone' | 'other-sheet' | 'used' | 'no-paper' | DocumentProblem;

type Uploaded<Done> = {
	/** The number as it stands on the sheet. */
	readonly number: string;
	/** The id of the new document. `name`: what it is, as the list of the person's documents says it. */
	readonly documentId: string;
	readonly name: string;
	readonly pages: readonly Page[];
	/** What the person signs, as it stands now; null where there is nothing to sign. */
	readonly read: (trx: Transaction<Database>) => Promise<SignedAct | null>;
	readonly act: (trx: Transaction<Database>) => Promise<Done>;
};
type Places = { readonly transact: AppDatabase['transact']; readonly objects: ObjectStore };

/**
 * Does an act with the sheet that the person signed. The sheet, the yes and the act are kept in one transaction: where the
 * act is refused, nothing is kept. The caller has had the files scanned.
 * @returns `done`: what the act answered
 */
export async function signOnPaper<Done extends { readonly ok: boolean }>(
	places: Places,
	uploaded: Uploaded<Done>,
	by: Actor,
	now: Instant
): Promise<{ readonly ok: boolean; readonly done: Done } | { readonly ok: false; readonly problem: PaperProblem }> {
	const { documentId, name, pages, act } = uploaded;
	const judged = await places.transact((trx) => judge(trx, uploaded, by, now));
	if (!judged.ok) return judged;
	const facts = { kind: 'other', holder: null, issued: null, expires: null, name: '', year: null } as const;
	const sheet = { id: documentId, replaces: null, facts: { ...facts, explanation: name }, pages };
	const may = async (trx: Transaction<Database>) => {
		const helper = await mayWithYes(trx, judged.own, by, now);
		if (helper) letHelperAct(helper.mandateId);
		return helper !== undefined;
	};
	const then = async (trx: Transaction<Database>, isNew: boolean) => {
		const again = await judge(trx, uploaded, by, now);
		if (!again.ok) return again;
		if (!isNew) return { ok: false, problem: 'no-paper' } as const;
		await giveOnPaper(trx, again, documentId, now);
		const done = await act(trx);
		return { ok: done.ok, done };
	};
	return keepWith(places, sheet, { may, then }, by, now);
}

type Judged =
	| { readonly ok: true; readonly own: OwnAct; readonly helper: Helper; readonly number: string }
	| { readonly ok: false; readonly problem: PaperProblem };
type Helper = NonNullable<Awaited<ReturnType<typeof mayWithYes>>>;

/** Whether the sheet is the one of the act as it stands now. A second click waits here, and finds the sheet used. */
async function judge(
	trx: Transaction<Database>,
	{ read, number }: Pick<Uploaded<unknown>, 'read' | 'number'>,
	by: Actor,
	now: Instant
): Promise<Judged> {
	if (by.helper) await lockMandate(trx, by.helper.mandateId);
	const signed = await read(trx);
	if (!signed) return { ok: false, problem: 'gone' };
	const helper = await mayWithYes(trx, signed.own, by, now);
	if (!helper) return { ok: false, problem: 'not-allowed' };
	const { own } = signed;
	if (await findGivenOnPaper(trx, { mandateId: helper.mandateId, act: own.act, subjectId: own.subjectId }))
		return { ok: false, problem: 'used' };
	if (numberOf(helper.mandateId, signed) !== number) return { ok: false, problem: 'other-sheet' };
	return { ok: true, own, helper, number };
}

async function giveOnPaper(
	trx: Transaction<Database>,
	{ own, helper, number }: Extract<Judged, { ok: true }>,
	documentId: string,
	now: Instant
): Promise<void> {
	const { act, subjectId } = own;
	const { account: by, mandateId } = helper;
	await insertConsent(trx, {
		...{ id: newId(), mandate_id: mandateId, act, subject_id: subjectId, code_hash: null, asked_by: by.id },
		...{ asked_at: now, given_at: now, way: 'paper', document_id: documentId }
	});
	const detail = { act, way: 'paper', sheet: number, document: documentId };
	record(trx, { event: 'consent_given', by, subject: { type: 'mandate', id: mandateId }, detail, at: now });
	letWithYes(yesKey(mandateId, own));
}
