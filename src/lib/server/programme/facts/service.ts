import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { system } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import published from './pon-metro-milano.json';
import { publishedFacts, type PublishedFacts } from './published';
import { factsOf, replaceFacts } from './repository';
import { factRows } from './rows';

/** The published facts that the portal ships with, checked against their schema. */
export const shippedFacts = (): PublishedFacts => publishedFacts.parse(published);

/** Puts the published facts of the programme into the portal, or brings them to the shipped file. */
export async function publishFacts(trx: Transaction<Database>, now: Instant): Promise<void> {
	const facts = shippedFacts();
	await replaceFacts(trx, factRows(facts, now));
	const subject = { type: 'programme', id: facts.programme.id } as const;
	record(trx, { event: 'facts_published', by: system, subject, at: now, detail: { of: facts.about.updated } });
}

/** The same, only where the portal follows the programme already and its facts come from an older file. */
export async function refreshFacts(trx: Transaction<Database>, now: Instant): Promise<boolean> {
	const current = await factsOf(trx);
	if (!current || (current.factsOf !== null && current.factsOf >= published.about.updated)) return false;
	await publishFacts(trx, now);
	return true;
}
