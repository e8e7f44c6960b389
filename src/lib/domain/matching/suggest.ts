/** Preferences of both sides: for each id, the acceptable ids of the other side, best first. */
export type Preferences = {
	readonly homes: ReadonlyMap<string, readonly string[]>;
	readonly seekers: ReadonlyMap<string, readonly string[]>;
};

export type Caps = { readonly perHome: number; readonly perSeeker: number };

/** At most five tenants a home and five homes a tenant (allocation.md). */
export const suggestionCaps: Caps = { perHome: 5, perSeeker: 5 };

export type Suggestion = { readonly home: string; readonly seeker: string };

/**
 * Who is suggested to whom: many-to-many deferred acceptance, the seekers proposing, with a cap on each side. The
 * result is pairwise stable: no home and seeker, acceptable to each other and not suggested, would both rather have
 * each other than somebody they were given (or have room). The order of the maps has no effect. A pair counts only
 * when each side lists the other.
 *
 * Errors: none; ids that only one side knows are ignored. Source: allocation.md, Landlords and tenants.
 */
export function suggest({ homes, seekers }: Preferences, caps: Caps = suggestionCaps): Suggestion[] {
	const places = new Map([...homes].map(([home, order]) => [home, placesOf(order)]));
	const held = new Map([...homes.keys()].map((home) => [home, [] as string[]]));
	const holding = new Map([...seekers.keys()].map((seeker) => [seeker, 0]));
	const next = new Map<string, number>();
	const waiting = [...seekers.keys()];

	for (let seeker = waiting.pop(); seeker !== undefined; seeker = waiting.pop()) {
		const wishes = seekers.get(seeker)!;
		let at = next.get(seeker) ?? 0;
		for (; at < wishes.length && holding.get(seeker)! < caps.perSeeker; at++) {
			const home = wishes[at]!;
			if (!places.get(home)?.has(seeker)) continue;
			const rejected = admit(held.get(home)!, seeker, places.get(home)!, caps.perHome);
			if (rejected === seeker) continue;
			holding.set(seeker, holding.get(seeker)! + 1);
			if (rejected === null) continue;
			holding.set(rejected, holding.get(rejected)! - 1);
			waiting.push(rejected);
		}
		next.set(seeker, at);
	}
	return [...homes.keys()].sort(byCodeUnit).flatMap((home) => held.get(home)!.map((seeker) => ({ home, seeker })));
}

const placesOf = (order: readonly string[]) => new Map(order.map((id, place) => [id, place]));

/** Puts `seeker` in the home's list, best first; returns who had to leave it, perhaps the seeker, or null. */
function admit(held: string[], seeker: string, places: ReadonlyMap<string, number>, cap: number): string | null {
	const at = held.findIndex((other) => places.get(other)! > places.get(seeker)!);
	held.splice(at < 0 ? held.length : at, 0, seeker);
	return held.length > cap ? held.pop()! : null;
}

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
