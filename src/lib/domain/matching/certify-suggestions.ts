import { judgePairs, type PairJudge } from './judge-pairs';
import type { RentedHome, Seeker } from './rented-home';
import { suggestionCaps, type Pair, type Terms } from './terms';

export type SuggestionCertificate = {
	/** Pairs that may be suggested and are not, although both sides would prefer it. */
	readonly blockingPairs: number;
	/** Suggested pairs that break a hard condition, were tried before, are unknown, or come twice. */
	readonly impossible: number;
	/** How many homes and seekers have more suggestions than their cap. */
	readonly overCap: number;
	/** How many pairs that are not suggested were checked. */
	readonly checked: number;
};

/**
 * Counts, from the suggestions alone, what unfair or careless ones would contain. It uses the homes, the seekers and
 * the suggestions, and not the kinds, columns or method by which they were found: it compares every pair again, by the
 * rules themselves.
 */
export function certifySuggestions(
	homes: readonly RentedHome[],
	seekers: readonly Seeker[],
	suggestions: readonly Pair[],
	terms: Terms
): SuggestionCertificate {
	const caps = terms.caps ?? suggestionCaps;
	const judge = judgePairs(terms);
	const { given, taken, impossible } = givenAndTaken(homes, seekers, suggestions, judge);
	const overCap = count(given, caps.perHome) + count(taken, caps.perSeeker);
	return { ...countBlocking(given, taken, judge, caps), impossible, overCap };
}

type Given = ReadonlyMap<RentedHome, ReadonlySet<Seeker>>;
type Taken = ReadonlyMap<Seeker, ReadonlySet<RentedHome>>;

/** The suggestions for each home and each seeker; pairs that may not be suggested are counted. */
function givenAndTaken(
	homes: readonly RentedHome[],
	seekers: readonly Seeker[],
	suggestions: readonly Pair[],
	{ allows }: PairJudge
) {
	const homeOf = new Map(homes.map((home) => [home.id, home]));
	const seekerOf = new Map(seekers.map((seeker) => [seeker.id, seeker]));
	const given = new Map(homes.map((home) => [home, new Set<Seeker>()]));
	const taken = new Map(seekers.map((seeker) => [seeker, new Set<RentedHome>()]));
	let impossible = 0;
	for (const pair of suggestions) {
		const [home, seeker] = [homeOf.get(pair.home), seekerOf.get(pair.seeker)];
		if (!home || !seeker || given.get(home)!.has(seeker) || !allows(home, seeker)) impossible++;
		if (!home || !seeker) continue;
		given.get(home)!.add(seeker);
		taken.get(seeker)!.add(home);
	}
	return { given, taken, impossible };
}

/** Pairs that are not suggested to each other, and of those the ones that both sides would rather have. */
function countBlocking(
	given: Given,
	taken: Taken,
	{ allows, homeLikes, seekerLikes }: PairJudge,
	{ perHome, perSeeker }: NonNullable<Terms['caps']>
) {
	const ends = new Map([...taken].map(([seeker, own]) => [seeker, worst(own, (a, b) => seekerLikes(seeker, a, b))]));
	let [blockingPairs, checked] = [0, 0];
	for (const [home, own] of given) {
		const last = worst(own, (a, b) => homeLikes(home, a, b));
		for (const [seeker, theirs] of taken) {
			if (own.has(seeker)) continue;
			checked++;
			const end = ends.get(seeker);
			if (theirs.size >= perSeeker && !(end && seekerLikes(seeker, home, end) < 0)) continue;
			if (own.size >= perHome && !(last && homeLikes(home, seeker, last) < 0)) continue;
			if (allows(home, seeker)) blockingPairs++;
		}
	}
	return { blockingPairs, checked };
}

const worst = <One>(some: ReadonlySet<One>, likes: (a: One, b: One) => number): One | undefined =>
	[...some].sort(likes).at(-1);

const count = (lists: ReadonlyMap<unknown, ReadonlySet<unknown>>, cap: number): number =>
	[...lists.values()].filter(({ size }) => size > cap).length;
