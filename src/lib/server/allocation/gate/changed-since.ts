import type { Kysely } from 'kysely';
import { adequacyOf } from '$lib/domain/eligibility/adequacy';
import { unchanged, type ChangedSince } from '$lib/domain/offers/gate';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { findNotice } from '$lib/server/notices/notices/repository';
import { householdsNow, type HouseholdNow } from '$lib/server/requests/verification/households-now';
import type { Database } from '$lib/server/schema';
import { netAreasOf } from './repository';

/** By request: what became of its household since it was sent, and whether the home still fits its people. */
export async function changedSince(
	db: Kysely<Database>,
	noticeId: string,
	wanted: readonly { readonly applicationId: string; readonly dwellingId: string }[]
): Promise<(applicationId: string) => ChangedSince> {
	const homes = new Map(wanted.map(({ applicationId, dwellingId }) => [applicationId, dwellingId]));
	const households = await householdsNow(db, [...homes.keys()], 'size');
	if (households.size === 0) return () => unchanged;
	const { rules } = (await findNotice(db, noticeId))!;
	const areas = await netAreasOf(db, [...new Set([...households.keys()].map((id) => homes.get(id)!))]);
	return (id) => {
		const now = households.get(id);
		if (!now) return unchanged;
		const { waits, withoutApplicant } = now;
		return { waits, withoutApplicant, wrongSize: isWrongSize(rules, areas.get(homes.get(id)!) ?? null, now) };
	};
}

/** A home whose area is not known is left to the survey: it could not be chosen. */
function isWrongSize(rules: RuleSet, netAreaDm2: number | null, { facts: { household, health } }: HouseholdNow) {
	const fits = adequacyOf(rules, netAreaDm2, household.members.length, health?.needs.carersRoom);
	return fits === 'too-small' || fits === 'too-large';
}
