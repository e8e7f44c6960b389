import type { Kysely } from 'kysely';
import { turnOf } from '$lib/domain/application/turn';
import type { Instant } from '$lib/domain/calendar/instant';
import { shownContact } from '$lib/domain/person/shown-contact';
import { config } from '$lib/server/config';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { readingsOfRequest } from '$lib/server/people/readings/service';
import { shownAddress } from '$lib/server/platform/accounts/desk-address';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Actor } from '$lib/server/platform/auth/actor';
import { findJourney } from '$lib/server/requests/applications/journey-repository';
import { tellsOfViolence } from '$lib/server/requests/applications/who-asks';
import { readOpenRejection } from '$lib/server/requests/rejections/service';
import { askedOfHousehold, readOwnCheck } from '$lib/server/requests/verification/answer-service';
import type { Database } from '$lib/server/schema';
import { termsThatStand } from '$lib/server/desk/work-list/stopped-terms';
import { historyOf, messagesOf, yesesOf } from './sections';

/** Readings stand in a list of their own; notes are given to whoever asks for all of their data. */
const besideHistory: readonly string[] = ['request_opened', 'request_copied', 'note_written'];

/** A proposal of one person is no decision: a household reads of it once a second person decided. */
const PROPOSED = 'exclusion_proposed';

/**
 * The file of one's own request as the office has it: whose turn it is, how the office reaches the household, what was
 * declared beside what was found, which terms stand still, messages, what happened and who read it. Null for a request of somebody else.
 */
export async function readOwnFile(db: Kysely<Database>, id: string, by: Actor, now: Instant) {
	const check = await readOwnCheck(db, id, by);
	if (!check) return null;
	const { request } = check;
	const rejection = await readOpenRejection(db, id);
	const turn = turnOf(await findJourney(db, request), rejection?.deadline ?? null, now);
	const { askedUntil } = await askedOfHousehold(db, { id, ended: request.endedAt !== null });
	const stands = request.endedAt === null ? await termsThatStand(db, [id], now) : [];
	const history = await historyOf(db, id);
	return {
		...{ check, turn, askedUntil, stands, contact: await contactOf(db, request, by) },
		messages: await messagesOf(db, by.id),
		yeses: await yesesOf(db, id, by.id),
		history: history.filter(
			({ event }) => !besideHistory.includes(event) && (request.endedAt !== null || event !== PROPOSED)
		),
		readings: await readingsOfRequest(db, id)
	};
}

/** The contacts that the office sees; null before the household told them. */
async function contactOf(db: Kysely<Database>, request: Parameters<typeof tellsOfViolence>[1], by: Actor) {
	const person = await readOwnPerson(db, by.id);
	if (!person) return null;
	const account = await findAccount(db, by.id);
	const office = { email: shownAddress(account?.email), hasSms: config().sms !== null };
	return shownContact(person.facts, office, await tellsOfViolence(db, request));
}
