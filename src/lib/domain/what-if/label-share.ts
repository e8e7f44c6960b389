import type { Round, RoundDwelling } from '../allocation/round';
import { setDwellingsAside } from '../allocation/set-aside-rule';

/** The facts of a dwelling that the stratified rule and the breakdowns use. */
export interface DwellingFacts {
	readonly id: string;
	readonly sizeClass: number;
	readonly zone: string;
	/** Hundredths of a square metre. */
	readonly areaDm2: number;
}

/**
 * The dwellings with another share of every list set aside for one category, by the published stratified rule.
 * Dwellings set aside for other categories stay as they are. The number that spreads them is the round's own, because
 * this is only a simulation.
 * @param percent of each list's dwellings, rounded up
 */
export function labelShare(
	round: Round,
	category: string,
	percent: number,
	facts: readonly DwellingFacts[]
): RoundDwelling[] {
	const factsOf = new Map(facts.map((one) => [one.id, one]));
	const others = new Set(round.dwellings.filter((one) => isForOthers(one, category)).map(({ id }) => id));
	const labels = setDwellingsAside(
		round.dwellings.map(({ id, list }) => {
			const { sizeClass = 0, zone = '', areaDm2 = 0 } = factsOf.get(id) ?? {};
			return { id, list, sizeClass, zone, areaDm2, accessible: others.has(id) };
		}),
		{
			notice: round.notice,
			earlierPublicNumber: round.beacon,
			shares: [{ category, share: percent * 100, rounding: 'up' }],
			accessibleFor: []
		}
	);
	return round.dwellings.map((dwelling) => {
		if (others.has(dwelling.id)) return dwelling;
		const { setAside: _before, exclusive, ...rest } = dwelling;
		const setAside = labels.get(dwelling.id) ?? [];
		return setAside.length === 0 ? rest : { ...rest, setAside, ...(exclusive && { exclusive }) };
	});
}

const isForOthers = ({ setAside = [] }: RoundDwelling, category: string) => setAside.some((one) => one !== category);
