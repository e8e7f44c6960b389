import type { Insertable } from 'kysely';
import { listNeeds } from '$lib/domain/accessibility/needs';
import type { TenantRequestsTable } from '$lib/server/letting/home-searches/table';
import { needsPlace, type TenantFacts } from '$lib/server/letting/home-searches/home-search';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import type { LoadDay } from './day';
import { someHealthFacts } from './health-facts';
import { aSyntheticHousehold } from './households';
import type { Random } from './random';

const SEEKING = 45;
/** Tenants of agreed-rent homes: up to 40,000 euro (agreed-rent-2023.json). */
const ISEE_MAX = 4_000_000;

/** Invented households that look for a home at an agreed rent. They have no accounts. */
export function tenantRequests(random: Random, load: LoadDay, key: DataKey): Insertable<TenantRequestsTable>[] {
	return Array.from({ length: SEEKING }, (_, index) => {
		const household = aSyntheticHousehold(random, load, ISEE_MAX);
		const submittedAt = load.during(-random.integer(62, 120), random.integer(0, 540));
		const id = random.id(submittedAt);
		const iseeCents = Math.max(600_000, household.iseeCents);
		const facts: TenantFacts = {
			people: household.members.length,
			iseeCents,
			yearlyIncomeCents: random.chance(0.8) ? Math.round((iseeCents * random.integer(110, 190)) / 100) : null,
			neededBy: random.chance(0.4) ? load.day(random.integer(20, 200)) : null,
			smokes: random.chance(0.22),
			hasPets: random.chance(0.25)
		};
		return {
			id,
			account_id: null,
			pseudonym: `R-DEMO${String(index + 1).padStart(4, '0')}`,
			facts: JSON.stringify(facts),
			needs_sealed: seal(key.key, needsPlace(id), listNeeds(someHealthFacts(random, load, household).needs)),
			data_key_id: key.id,
			submitted_at: submittedAt,
			ended_at: null,
			synthetic: 1
		};
	});
}
