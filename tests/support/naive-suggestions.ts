import type { Caps, Pair } from '../../src/lib/domain/matching/terms';

/** For each id, the acceptable ids of the other side, best first. */
export type Preferences = {
	readonly homes: ReadonlyMap<string, readonly string[]>;
	readonly seekers: ReadonlyMap<string, readonly string[]>;
};

export const textOf = (pairs: readonly Pair[]) => pairs.map(({ home, seeker }) => `${home} ${seeker}`).sort();

const agreed = ({ homes }: Preferences, home: string, seeker: string) => homes.get(home)?.includes(seeker) ?? false;

/**
 * The suggestions computed as a person would, day by day. Each morning every seeker asks its best homes of those that
 * have not turned it away. Each evening every home turns away all but its best seekers. It ends on a day when no home
 * turns anybody away.
 */
export function naiveSuggestions(preferences: Preferences, caps: Caps): string[] {
	const sentAway = new Set<string>();
	for (;;) {
		const standing = [...preferences.seekers].flatMap(([seeker, wishes]) =>
			wishes
				.filter((home) => agreed(preferences, home, seeker) && !sentAway.has(`${home} ${seeker}`))
				.slice(0, caps.perSeeker)
				.map((home) => ({ home, seeker }))
		);
		const before = sentAway.size;
		for (const [home, order] of preferences.homes) {
			const here = standing.filter((pair) => pair.home === home).map((pair) => pair.seeker);
			const ranked = order.filter((seeker) => here.includes(seeker));
			for (const seeker of ranked.slice(caps.perHome)) sentAway.add(`${home} ${seeker}`);
		}
		if (sentAway.size === before) return textOf(standing);
	}
}

/** Pairs that were not given to each other although each has room, or prefers the other to one that it was given. */
export function blockingPairs(preferences: Preferences, given: readonly Pair[], caps: Caps): string[] {
	const wants = (order: readonly string[], own: readonly string[], other: string, cap: number) =>
		own.length < cap || own.some((one) => order.indexOf(one) > order.indexOf(other));
	return [...preferences.homes].flatMap(([home, order]) =>
		order.filter((seeker) => {
			const wishes = preferences.seekers.get(seeker) ?? [];
			const ofHome = given.filter((pair) => pair.home === home).map((pair) => pair.seeker);
			const ofSeeker = given.filter((pair) => pair.seeker === seeker).map((pair) => pair.home);
			if (!wishes.includes(home) || ofHome.includes(seeker)) return false;
			return wants(order, ofHome, seeker, caps.perHome) && wants(wishes, ofSeeker, home, caps.perSeeker);
		})
	);
}

/** Every outcome that respects the caps, is acceptable and has no blocking pair. For markets of a few pairs. */
export function stableOutcomes(preferences: Preferences, caps: Caps): Pair[][] {
	const pairs = [...preferences.seekers].flatMap(([seeker, wishes]) =>
		wishes.filter((home) => agreed(preferences, home, seeker)).map((home) => ({ home, seeker }))
	);
	const count = (some: readonly Pair[], side: 'home' | 'seeker') =>
		Math.max(0, ...some.map((pair) => some.filter((other) => other[side] === pair[side]).length));
	return Array.from({ length: 2 ** pairs.length }, (_, set) => pairs.filter((_, bit) => (set >> bit) & 1)).filter(
		(some) =>
			count(some, 'home') <= caps.perHome &&
			count(some, 'seeker') <= caps.perSeeker &&
			blockingPairs(preferences, some, caps).length === 0
	);
}
