import { noNeeds } from '$lib/domain/accessibility/needs';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import type { Household } from '$lib/domain/household/household';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { ApplicationsTable } from '$lib/server/requests/applications/table';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import { applicationRow } from './application-rows';
import type { LoadDay } from './day';
import { accessibleDwellings, type Home } from './homes';
import type { Random } from './random';

/** A mother with two children and an eviction to be carried out: many points, so that an offer reaches her. Invented. */
function household({ day }: LoadDay): Household {
	return {
		members: [
			{ id: 'm1', relation: 'applicant', birthDate: day(-38 * 365 - 120) },
			{ id: 'm2', relation: 'child', birthDate: day(-12 * 365 - 40) },
			{ id: 'm3', relation: 'child', birthDate: day(-8 * 365 - 200) }
		],
		citizenship: 'italian',
		iseeCents: 640_000,
		assetsCents: 120_000,
		regionSince: day(-38 * 365 - 120),
		municipalitySince: day(-21 * 365),
		worksInLombardy: true,
		home: { kind: 'rented', netAreaDm2: 3_300, eviction: 'enforceable', unhealthy: true },
		ownsAdequateHome: false,
		earlier: { lostPublicDwelling: false, unpaidArrears: false, squatted: false }
	};
}

/** The request of the demo applicant, sealed with the key of the account. */
export function applicantsRequest(
	random: Random,
	load: LoadDay,
	homes: readonly Home[],
	key: DataKey,
	about: { readonly noticeId: string; readonly accountId: string; readonly daysAgo: number }
): ApplicationsTable {
	const declared = household(load);
	const accessible = accessibleDwellings(homes);
	const adequate = homes
		.map(({ dwelling }) => dwelling)
		.filter(({ net_area_dm2 }) => adequacyOf(agency2026, net_area_dm2, declared.members.length) === 'adequate')
		// Barrier-free homes go first to households that need them, so she lists the other homes before them.
		.toSorted((a, b) => Number(accessible.has(a.id)) - Number(accessible.has(b.id)));
	return applicationRow(random, key, {
		noticeId: about.noticeId,
		accountId: about.accountId,
		protocol: 'DEMO-C-00000',
		household: declared,
		health: { needs: noNeeds, severeDisability: false },
		choices: adequate.map(({ id }) => id),
		submittedAt: load.at(-about.daysAgo, '18:20')
	});
}
