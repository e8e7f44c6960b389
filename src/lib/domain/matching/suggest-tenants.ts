import { checkConditions, maySuggest, type Condition, type PairFacts } from './conditions';
import { preferencesOf, type Draw, type LikelyPair } from './preferences';
import type { MatchingRules, NeedsFit, RentedHome, Seeker } from './rented-home';
import { suggest, suggestionCaps, type Caps } from './suggest';

export type PairQuestion = (home: RentedHome, seeker: Seeker) => PairFacts & { readonly excessAreaDm2: number };

export type SuggestedTenant = {
	readonly home: string;
	readonly seeker: string;
	readonly conditions: readonly Condition[];
	readonly needs: NeedsFit;
};

/**
 * Suggests tenants for every home at once: hard conditions of both sides, then capped, stable, deterministic
 * suggestions. Not binding. The order of rows has no effect. `ask` answers size and needs of one pair.
 */
export function suggestTenants(
	homes: readonly RentedHome[],
	seekers: readonly Seeker[],
	ask: PairQuestion,
	rules: MatchingRules,
	draw: Draw,
	caps: Caps = suggestionCaps
): SuggestedTenant[] {
	const found = new Map<string, SuggestedTenant>();
	const pairs: LikelyPair[] = [];
	for (const home of homes) {
		for (const seeker of seekers) {
			const facts = ask(home, seeker);
			const conditions = checkConditions(home, seeker, facts, rules);
			if (!maySuggest(conditions)) continue;
			pairs.push({ home, seeker, needs: facts.needs, excessAreaDm2: facts.excessAreaDm2 });
			found.set(key(home.id, seeker.id), { home: home.id, seeker: seeker.id, conditions, needs: facts.needs });
		}
	}
	return suggest(preferencesOf(pairs, draw), caps).map(({ home, seeker }) => found.get(key(home, seeker))!);
}

const key = (home: string, seeker: string) => JSON.stringify([home, seeker]);
