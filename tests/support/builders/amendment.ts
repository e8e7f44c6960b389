import type { Answers } from '$lib/domain/application/answers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { beginAmendment } from '$lib/server/requests/applications/amend';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { saveHouseholdNames } from '$lib/server/requests/applications/household-names';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { readRequest } from '$lib/server/requests/applications/reading-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import type { TestDatabase } from '../database';
import { aCompleteDraft } from './application';
import { aHousehold, healthFacts } from './household';
import { anActor } from './register';

const SENT = '2026-11-22T10:00:00.000Z';
/** The time of these tests: the notice of the builders is open. */
export const NOW = '2026-11-27T12:00:00.000Z';

export const household = aHousehold({
	members: [
		{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
		{ id: 'm2', relation: 'child', birthDate: '2014-02-03' }
	],
	iseeCents: 1_234_567
});
export const yasmine = { givenName: 'Yasmine', familyName: 'Quaglierini', taxCode: '' };

/** Asks for the same homes in the opposite order. */
export const turn = (answers: Answers): Answers => ({ ...answers, choices: answers.choices!.toReversed() });

type OpenNotice = { readonly id: string; readonly dwellingIds: readonly string[] };

/** A request that was sent under an open notice for two of its homes, and the acts that amend it. */
export async function aSentRequest(database: TestDatabase, notice: OpenNotice) {
	const { db, transact } = database;
	const by = await anActor(db, 'applicant', 'Nadia Haddad');
	const answers = { choices: notice.dwellingIds.slice(0, 2), household, health: healthFacts('walker') };
	const first = await aCompleteDraft(database, notice.id, by, answers, SENT);
	await transact((trx) => saveHouseholdNames(trx, notice.id, () => ({ m2: yasmine }), by, SENT));
	const acts = actsOn(database, notice.id, first, by);
	await acts.send(first, SENT);
	return { by, first, ...acts, ...readingOf(database, by) };
}

function actsOn({ db, transact }: TestDatabase, noticeId: string, first: string, by: Actor) {
	const amend = (id = first, as = by, at = NOW) => transact((trx) => beginAmendment(trx, id, as, at));
	const save = (change: (answers: Answers) => Answers, at = NOW) =>
		transact((trx) => saveAnswers(trx, noticeId, change, by, at));
	const send = (draftId: string, at = NOW, replaces?: string | null) => {
		const input = { noticeId, draftId, ...(replaces !== undefined && { replaces }) };
		return transact((trx) => submitApplication(trx, input, by, at));
	};
	const draft = async () => (await openDraft(db, noticeId, by))!;
	/** Begins a draft that amends the request; answers its id. */
	const begun = async (): Promise<string> => {
		done(await amend());
		return (await draft()).id;
	};
	/** Sends a later version of the request; answers its id. */
	const amended = async (): Promise<string> => {
		const id = await begun();
		await save(turn);
		done(await send(id));
		return id;
	};
	return { amend, save, send, draft, begun, amended };
}

function readingOf({ db }: TestDatabase, by: Actor) {
	const read = async (id: string, at = NOW) => (await readRequest(db, id, by, at))!;
	const events = async (id: string) => {
		const rows = db.selectFrom('application_events').select('event').where('application_id', '=', id);
		return (await rows.execute()).map(({ event }) => event).toSorted();
	};
	return { read, events };
}

function done(result: { readonly ok: true } | { readonly ok: false; readonly problem: string }): void {
	if (!result.ok) throw new Error(result.problem);
}
