import type { Insertable } from 'kysely';
import { needsOf } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import { sealAnswers } from '$lib/server/requests/applications/open-draft';
import type { ApplicationDraftsTable } from '$lib/server/requests/applications/table';
import type { DataKey } from '$lib/server/platform/secrets/data-key';
import type { LoadDay } from './day';
import { accessibleDwellings, type Home } from './homes';
import type { Random } from './random';

/** Homes already in the wish list; the rest of the list is for the person at the page. */
const WISHED = 4;

/** Homes of their size, those without barriers last. */
function suitable(homes: readonly Home[]): string[] {
	const accessible = accessibleDwellings(homes);
	return homes
		.map(({ dwelling }) => dwelling)
		.filter(({ net_area_dm2 }) => adequacyOf(agency2026, net_area_dm2, 2) === 'adequate')
		.toSorted((a, b) => Number(accessible.has(a.id)) - Number(accessible.has(b.id)))
		.map(({ id }) => id);
}

/** The answers of an invented couple, of whom one uses a wheelchair at home and outside. */
export function wheelchairAnswers({ day }: LoadDay, dwellings: readonly string[]): Answers {
	return {
		members: [
			{ id: 'm1', relation: 'applicant', birthDate: day(-58 * 365 - 30) },
			{ id: 'm2', relation: 'spouse', birthDate: day(-61 * 365 - 200) }
		],
		residence: {
			citizenship: 'italian',
			municipalitySince: day(-26 * 365),
			regionSince: day(-58 * 365 - 30),
			worksInLombardy: false
		},
		home: {
			home: { kind: 'rented', netAreaDm2: 4_800, eviction: 'notified', unhealthy: false },
			ownsAdequateHome: false
		},
		income: {
			iseeCents: 910_000,
			assetsCents: 300_000,
			earlier: { lostPublicDwelling: false, unpaidArrears: false, squatted: false }
		},
		needs: { needs: needsOf(['wheelchairIndoors', 'wheelchairOutdoors', 'bathroomTransfers']), severeDisability: true },
		choices: dwellings.slice(0, WISHED)
	};
}

/** The request that the second demo applicant has begun, sealed with the key of the account. */
export function wheelchairDraft(
	random: Random,
	load: LoadDay,
	homes: readonly Home[],
	key: DataKey,
	about: { readonly noticeId: string; readonly accountId: string }
): Insertable<ApplicationDraftsTable> {
	const updatedAt = load.at(-1, '17:40');
	const id = random.id(updatedAt);
	return {
		id,
		notice_id: about.noticeId,
		account_id: about.accountId,
		answers_sealed: sealAnswers(key.key, id, wheelchairAnswers(load, suitable(homes))),
		data_key_id: key.id,
		revision: 0,
		updated_at: updatedAt
	};
}
