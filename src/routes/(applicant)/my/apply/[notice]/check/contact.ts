import { declaresViolence, type Answers } from '$lib/domain/application/answers';
import { contactGap } from '$lib/domain/person/person';
import { shownContact } from '$lib/domain/person/shown-contact';
import { config } from '$lib/server/config';
import { contactDoubts, readOwnPerson } from '$lib/server/people/persons/service';
import { readOwnAccount } from '$lib/server/platform/accounts/own-account';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';
import { hasSentBefore } from '$lib/server/requests/applications/reading-service';

/**
 * The contact details that the request will be sent with. `confirm`: the person used them for an earlier request, so the
 * page asks whether they are still right.
 */
export async function contactFor(by: Actor, answers: Answers) {
	const person = await readOwnPerson(db(), by.id);
	const facts = person?.facts ?? null;
	const violence = declaresViolence(answers);
	const { email } = await readOwnAccount(db(), by);
	const own = answers.members?.find(({ relation }) => relation === 'applicant');
	return {
		gap: contactGap(facts, violence),
		revision: person?.revision ?? 0,
		shown: facts && { names: facts, contact: shownContact(facts, { email, hasSms: config().sms !== null }, violence) },
		/** Asked of who tells of violence alone. */
		ordinaryWays: violence ? (facts?.ordinaryWays ?? 'unsaid') : null,
		doubts: facts ? contactDoubts(facts, own?.birthDate ?? null) : [],
		confirm: facts !== null && (await hasSentBefore(db(), by))
	};
}
