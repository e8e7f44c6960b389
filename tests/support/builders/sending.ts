import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import type { TestDatabase } from '../database';
import { aCompleteDraft } from './application';
import { anActor } from './register';

/** The time of these tests: the notice of the builders is open. */
export const SENDING = '2026-11-22T10:00:00.000Z';

type World = { readonly database: TestDatabase; readonly noticeId: string; readonly home: string };

/** What applicants do under an open notice. `world` is asked at each act, because the database opens later. */
export function sendingActs(world: () => World) {
	const send = (draftId: string, by: Actor, at = SENDING) => {
		const { database, noticeId } = world();
		return database.transact((trx) => submitApplication(trx, { noticeId, draftId }, by, at));
	};
	return {
		send,
		applicant: () => anActor(world().database.db, 'applicant', 'Amina El Fassi'),
		/** Sends a complete request for the one home, or with other answers; answers its id. */
		async sent(by: Actor, answers: Partial<Parameters<typeof aCompleteDraft>[3]> = {}): Promise<string> {
			const { database, noticeId, home } = world();
			const id = await aCompleteDraft(database, noticeId, by, { choices: [home], ...answers }, SENDING);
			const result = await send(id, by);
			if (!result.ok) throw new Error(result.problem);
			return id;
		},
		save(by: Actor, choices: readonly string[], at = SENDING) {
			const { database, noticeId } = world();
			return database.transact((trx) => saveAnswers(trx, noticeId, (saved) => ({ ...saved, choices }), by, at));
		}
	};
}
