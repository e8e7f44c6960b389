import type { Kysely } from 'kysely';
import { readHealth } from '$lib/domain/accessibility/needs';
import type { Instant } from '$lib/domain/calendar/instant';
import type { ChangeEffect } from '$lib/domain/changes/when-it-counts';
import { factsAfter, isWithoutApplicant } from '$lib/domain/changes/after-changes';
import type { DeclaredFacts } from '$lib/domain/verification/finding';
import { verifiedFacts } from '$lib/domain/verification/verified-facts';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { findApplications, type Application } from '$lib/server/requests/applications/repository';
import { openHealth } from '$lib/server/requests/applications/stored-health';
import { changesOfMany } from '$lib/server/requests/changes/reading-service';
import type { Database } from '$lib/server/schema';
import { findingsOfMany } from './for-ranking';

/** A household that is not as it declared. `waits`: a change of it waits for the office. */
export type HouseholdNow = {
	readonly facts: DeclaredFacts;
	readonly submittedAt: Instant;
	readonly waits: boolean;
	readonly withoutApplicant: boolean;
};

const BATCH = 500;

/**
 * By request: the household as the office knows it today, where that differs from what it declared: a fact was corrected, or
 * a change was told or accepted. `effect`: the facts are those that count for it. A request whose key was shredded is left out.
 */
export async function householdsNow(
	db: Kysely<Database>,
	requestIds: readonly string[],
	effect: ChangeEffect
): Promise<ReadonlyMap<string, HouseholdNow>> {
	const found = new Map<string, HouseholdNow>();
	for (let from = 0; from < requestIds.length; from += BATCH)
		for (const [id, now] of await ofSome(db, requestIds.slice(from, from + BATCH), effect)) found.set(id, now);
	return found;
}

async function ofSome(db: Kysely<Database>, ids: readonly string[], effect: ChangeEffect) {
	const requests = await findApplications(db, ids);
	const opened = await openDataKeys(db, [...new Set(requests.map(({ dataKeyId }) => dataKeyId))]);
	const keys = new Map(
		requests.flatMap(({ id, dataKeyId }) => (opened.has(dataKeyId) ? [[id, opened.get(dataKeyId)!] as const] : []))
	);
	const [findings, changes] = [await findingsOfMany(db, keys), await changesOfMany(db, keys)];
	return requests.flatMap((request): [string, HouseholdNow][] => {
		const { submittedAt } = request;
		const key = keys.get(request.id);
		const { accepted, waits } = changes.get(request.id) ?? { accepted: [], waits: false };
		const corrected = findings.get(request.id) ?? [];
		if (!key || (corrected.length === 0 && accepted.length === 0 && !waits)) return [];
		const facts = factsAfter(verifiedFacts(factsOf(request, key), corrected), accepted, effect);
		return [[request.id, { facts, submittedAt, waits, withoutApplicant: isWithoutApplicant(facts, accepted) }]];
	});
}

const factsOf = (request: Application, key: Buffer): DeclaredFacts => ({
	household: request.household,
	health: readHealth(openHealth(request, key))
});
