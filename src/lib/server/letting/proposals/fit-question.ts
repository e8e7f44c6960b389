import { fitFor } from '$lib/domain/accessibility/fit';
import { nothingMeasured } from '$lib/domain/accessibility/measures';
import { hasNeeds, type Needs } from '$lib/domain/accessibility/needs';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import type { Listing } from '$lib/domain/matching/listing';
import type { RentedHome, Seeker } from '$lib/domain/matching/rented-home';
import type { Fit, FitQuestion } from '$lib/domain/matching/terms';
import { agency2026 } from '$lib/domain/ruleset/sets/agency-2026';
import type { TenantRequest } from '$lib/server/letting/home-searches/home-search';

const inspectionOf = ({ events }: Listing) => events.find(({ event }) => event === 'inspected')?.detail;

/** A listing as the matching sees it, with the agency's measures and not the declared ones. */
export function homeOf(listing: Listing): RentedHome {
	const { flat, rent } = listing.answers;
	return {
		id: listing.id,
		rentCents: rent!.rentCents,
		netAreaDm2: inspectionOf(listing)?.netAreaDm2 ?? flat!.netAreaDm2,
		availableFrom: rent!.availableFrom,
		conditions: rent!.conditions
	};
}

export const seekerOf = ({ id, facts }: TenantRequest): Seeker => ({ id, ...facts });

/**
 * Size by the agency's rules, needs against the measures of the inspection. `needs`: by request; needs that cannot be
 * opened suit nothing.
 */
export function fitQuestion(listings: readonly Listing[], needs: ReadonlyMap<string, Needs>): FitQuestion {
	const byId = new Map(listings.map((listing) => [listing.id, listing]));
	return {
		profileOf: ({ id, people }) => JSON.stringify([people, needs.get(id) ?? null]),
		fit: (home, { id, people }) => fitOf(byId.get(home.id)!, home, people, needs.get(id) ?? null)
	};
}

function fitOf(listing: Listing, { netAreaDm2 }: RentedHome, people: number, needs: Needs | null): Fit {
	const { floor, rooms } = listing.answers.flat!;
	const measured = inspectionOf(listing)?.measures ?? listing.answers.access!.measures;
	const adequacy = adequacyOf(agency2026, netAreaDm2, people, needs?.carersRoom ?? false);
	const none = needs !== null && !hasNeeds(needs);
	const { bands } = agency2026.adequacy.value;
	const band = bands[Math.min(people, bands.length) - 1]!;
	return {
		adequateSize: adequacy === 'area-unknown' ? null : adequacy === 'adequate',
		needs:
			needs === null
				? 'unknown'
				: none
					? 'none'
					: fitFor(needs, { ...nothingMeasured, ...measured, floor, rooms }).verdict,
		excessAreaDm2: Math.max(0, (netAreaDm2 ?? 0) - band.minDm2)
	};
}
