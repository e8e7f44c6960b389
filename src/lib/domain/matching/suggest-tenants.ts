import { buildPairMarket } from './build-pair-market';
import { checkConditions, type Condition } from './conditions';
import { deferSuggestions } from './defer-suggestions';
import type { NeedsFit, RentedHome, Seeker } from './rented-home';
import { suggestionCaps, type Pair, type Terms } from './terms';

export type SuggestedTenant = Pair & {
	readonly conditions: readonly Condition[];
	readonly needs: NeedsFit;
};

/**
 * Suggests tenants for all homes at once: the hard conditions of both sides first, then capped, stable and
 * deterministic suggestions. Homes come in the byte order of their ids, the tenants of each best first. Suggestions
 * bind nobody. The order of rows has no effect. Ids are unique on each side. Errors: none; a home or household without
 * a match has no suggestion.
 */
export function suggestTenants(
	homes: readonly RentedHome[],
	seekers: readonly Seeker[],
	terms: Terms
): SuggestedTenant[] {
	const market = buildPairMarket(homes, seekers, terms);
	const lists = deferSuggestions(market, terms.caps ?? suggestionCaps);
	const homeOf = new Map(homes.map((home) => [home.id, home]));
	const seekerOf = new Map(seekers.map((seeker) => [seeker.id, seeker]));
	return market.homes.flatMap((homeId, at) => {
		const home = homeOf.get(homeId)!;
		return Array.from(lists.of(at), (number) => {
			const seeker = seekerOf.get(market.seekers[number]!)!;
			const fit = terms.question.fit(home, seeker);
			const conditions = checkConditions(home, seeker, fit, terms.rules);
			return { home: home.id, seeker: seeker.id, conditions, needs: fit.needs };
		});
	});
}
