import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { ApplicationsTable } from '$lib/server/requests/applications/table';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { adequatePools } from './adequate-pools';
import { applicationRow } from './application-rows';
import type { LoadDay } from './day';
import { someHealthFacts } from './health-facts';
import { accessibleDwellings, type Home } from './homes';
import { aSyntheticHousehold } from './households';
import { draw } from './popularity';
import type { Random } from './random';

export type Requests = {
	readonly noticeId: string;
	readonly count: number;
	readonly protocolPrefix: string;
	readonly maxChoices: number;
	/** Days from today between which they were sent. */
	readonly sent: readonly [first: number, last: number];
	/** The accounts of the first households, each with the key that seals its data; the others have none. */
	readonly accounts?: readonly { readonly id: string; readonly key: DataKey }[];
};

/** Invented requests under a notice of the agency's own, each for adequate homes. */
export function agencyApplications(
	random: Random,
	load: LoadDay,
	homes: readonly Home[],
	key: DataKey,
	{ noticeId, count, protocolPrefix, maxChoices, sent, accounts = [] }: Requests
): ApplicationsTable[] {
	const dwellings = homes.map(({ dwelling }) => dwelling);
	const pools = adequatePools(random, agency2026, dwellings, accessibleDwellings(homes));
	const applications: ApplicationsTable[] = [];
	while (applications.length < count) {
		const household = aSyntheticHousehold(random, load, agency2026.eligibility.isee!.value.maxCents);
		const health = someHealthFacts(random, load, household);
		const choices = draw(random, pools.of(household.members.length), random.integer(1, maxChoices));
		// No home of this notice suits so many persons: such a household has nothing to ask for.
		if (choices.length === 0) continue;
		const submittedAt = load.during(random.integer(...sent), random.integer(0, 540));
		const protocol = `${protocolPrefix}-${String(applications.length + 1).padStart(5, '0')}`;
		const account = accounts[applications.length];
		const accountId = account?.id ?? null;
		const application = { noticeId, accountId, protocol, household, health, choices, submittedAt };
		applications.push(applicationRow(random, account?.key ?? key, application));
	}
	return applications;
}
