import type { Kysely } from 'kysely';
import { readNeeds, type Needs } from '$lib/domain/accessibility/needs';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { MatchingRules } from '$lib/domain/matching/rented-home';
import { suggestTenants } from '$lib/domain/matching/suggest-tenants';
import type { Terms } from '$lib/domain/matching/terms';
import { milanSupport } from '$lib/domain/rent/agency-support';
import type { Database } from '$lib/server/schema';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { openNeeds } from '$lib/server/requests/applications/stored-health';
import { fitQuestion, homeOf, seekerOf } from './fit-question';
import { whichMayBeLet } from '$lib/server/letting/listings/may-be-let';
import { listListings } from '$lib/server/letting/listings/repository';
import { listPairs } from './repository';
import { needsPlace, type TenantRequest } from '$lib/server/letting/home-searches/home-search';
import { listSeeking } from '$lib/server/letting/home-searches/repository';

export const matchingRules: MatchingRules = {
	iseeMaxCents: milanSupport.tenantIseeMaxCents,
	rentToIncomeMaxPercent: milanSupport.rentToIncomeMaxPercent
};

/**
 * The suggestions of today, out of all published homes that may be offered and all households that look for one. They are never stored.
 * They stay the same all day while nothing changes, because the draw of a day takes its date as the beacon.
 */
export async function suggestionsOfDay(db: Kysely<Database>, now: Instant) {
	const published = (await listListings(db, { sent: true }, now)).filter(({ state }) => state === 'published');
	const listings = await whichMayBeLet(db, published);
	const requests = await listSeeking(db, now);
	const terms: Terms = {
		question: fitQuestion(listings, await needsOfSeekers(db, requests)),
		rules: matchingRules,
		draw: { beacon: dayOf(now).replaceAll('-', ''), notice: 'agreed-rent' },
		tried: await listPairs(db)
	};
	const homes = listings.map(homeOf);
	const seekers = requests.map(seekerOf);
	return { homes, seekers, requests, terms, suggestions: suggestTenants(homes, seekers, terms) };
}

async function needsOfSeekers(db: Kysely<Database>, seeking: readonly TenantRequest[]): Promise<Map<string, Needs>> {
	const keys = await openDataKeys(db, [...new Set(seeking.map(({ dataKeyId }) => dataKeyId))]);
	const open = seeking.flatMap(({ id, dataKeyId, needsSealed }) => {
		const key = keys.get(dataKeyId);
		return key ? [[id, readNeeds(openNeeds(key, needsPlace(id), needsSealed))] as const] : [];
	});
	return new Map(open);
}
