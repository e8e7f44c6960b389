import { HomeLists } from './home-lists';
import { isPossible, type PairMarket } from './pair-market';
import type { Caps } from './terms';

/**
 * Many-to-many deferred acceptance, the seekers asking: each asks for its most wanted homes that have not turned it
 * away, until as many as its cap keep it; a home keeps the best so far, up to its cap, and turns the others away. Each
 * side's preferences are responsive: it likes a set better when one of it is exchanged for somebody it likes better.
 * The result is pairwise stable (no home and seeker who are not suggested to each other would both rather be), the one
 * every seeker likes best among all pairwise stable ones, and does not depend on who asks first.
 * Time: one step per wish of each seeker at most, times the home's cap when it is let in.
 * Source: Roth 1984, stability and polarization of interests in job matching; allocation.md, Landlords and tenants.
 */
export function deferSuggestions(market: PairMarket, caps: Caps): HomeLists {
	const { homes, seekers, kindOf, wishStart, wishes, grades, drawn } = market;
	const lists = new HomeLists(homes.length, Math.min(caps.perHome, seekers.length));
	const kept = new Int32Array(seekers.length);
	const next = Int32Array.from(kindOf, (kind) => wishStart[kind]!);
	const waiting = Int32Array.from(seekers, (_, seeker) => seeker);
	const waits = new Uint8Array(seekers.length).fill(1);
	for (let count = waiting.length; count > 0;) {
		const seeker = waiting[--count]!;
		waits[seeker] = 0;
		const end = wishStart[kindOf[seeker]! + 1]!;
		let wish = next[seeker]!;
		for (; wish < end && kept[seeker]! < caps.perSeeker; wish++) {
			const home = wishes[wish]!;
			const rank = grades[wish]! * seekers.length + drawn[seeker]!;
			if (rank >= lists.bar[home]! || !isPossible(market, home, seeker)) continue;
			const left = lists.take(home, seeker, rank);
			kept[seeker]!++;
			if (left < 0) continue;
			kept[left]!--;
			if (waits[left] === 1) continue;
			waits[left] = 1;
			waiting[count++] = left;
		}
		next[seeker] = wish;
	}
	return lists;
}
