import type { Answers } from '$lib/domain/application/answers';
import type { Household } from '$lib/domain/household/household';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { saveAnswers } from '$lib/server/requests/applications/draft-service';
import type { TestDatabase } from '../database';
import { withContact } from './person';
import { aHousehold, healthFacts } from './household';

/** The answers that declare `household`, with these choices. */
export function answersOf(household: Household, choices: readonly string[], health = healthFacts()): Answers {
	const { members, citizenship, regionSince, municipalitySince, worksInLombardy, home } = household;
	const { ownsAdequateHome, iseeCents, assetsCents, earlier } = household;
	return {
		members,
		residence: { citizenship, regionSince, municipalitySince, worksInLombardy },
		home: { home, ownsAdequateHome },
		income: { iseeCents, assetsCents, earlier },
		needs: health,
		choices
	};
}

/** A complete draft of `by`, who can be reached, ready to be sent. Returns its id. */
export async function aCompleteDraft(
	database: TestDatabase,
	noticeId: string,
	by: Actor,
	answers: { readonly choices: readonly string[]; readonly household?: Household; readonly health?: Answers['needs'] },
	now: string
): Promise<string> {
	const { db, transact } = database;
	const all = answersOf(answers.household ?? aHousehold(), answers.choices, answers.health);
	const saved = await transact((trx) => saveAnswers(trx, noticeId, () => all, by, now));
	if (!saved.ok) throw new Error(saved.problem);
	await withContact(database, by, now);
	return (await openDraft(db, noticeId, by))!.id;
}
