import { answersOfTold } from '$lib/domain/application/answers-of-told';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import type { Actor } from '$lib/server/platform/auth/actor';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { submitApplication } from '$lib/server/requests/applications/submission-service';
import type { TestDatabase } from '../database';
import { healthFacts } from './household';
import { anOpenNotice } from './notice';
import { allTold } from './told';

type Notice = Awaited<ReturnType<typeof anOpenNotice>>;

/** An open notice whose rules ask about violence. */
export const aNoticeThatAsks = (database: TestDatabase): Promise<Notice> =>
	anOpenNotice(database, [4_000], { ruleSetId: 'temporary-2026', titleIt: 'Case per chi non può aspettare' });

/** What a person tells in a request under such a notice. `emergency`: of violence, or of something else. */
export function dangerActs(world: () => { database: TestDatabase; notice: Notice; by: Actor }) {
	return {
		draft(emergency: 'violence' | 'no-shelter', at: string) {
			const { database, notice, by } = world();
			const answers = {
				...answersOfTold(allTold({ emergency: [emergency] }), temporary2026),
				needs: healthFacts('fewSteps'),
				choices: notice.dwellingIds
			};
			return database.transact((trx) => saveAnswers(trx, notice.id, () => answers, by, at));
		},
		/** Sends the draft; answers the id of the request. */
		async send(at: string): Promise<string> {
			const { database, notice, by } = world();
			const { id } = (await openDraft(database.db, notice.id, by))!;
			const input = { noticeId: notice.id, draftId: id };
			const sent = await database.transact((trx) => submitApplication(trx, input, by, at));
			if (!sent.ok) throw new Error(sent.problem);
			return id;
		}
	};
}
