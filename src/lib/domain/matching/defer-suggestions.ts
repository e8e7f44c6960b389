import { HomeLists } from './home-lists';
import { isPossible, type PairMarket } from './pair-market';
import type { Caps } from './terms';

/**
 * Many-to-many deferred acceptance in which the seekers ask. Each seeker asks for the homes it wants most that have not
 * turned it away, until as many as its cap keep it. A home keeps the best seekers so far, up to its cap, and turns the
 * others away. The preferences of each side are responsive: it prefers a set in which one member is replaced by a
 * better one.
 *
 * The result is pairwise stable: there is no home and seeker, not suggested to each other, who would both prefer it. Of
 * all pairwise stable results it is the one that every seeker likes best, and it does not depend on which seeker asks
 * first. Time: at most one step for each wish of a seeker, times the cap of the home that lets it in. Source: Roth
 * 1984, Stability and polarization of interests in job matching.
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
