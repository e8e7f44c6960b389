import type { Eviction, HomeKind } from '$lib/domain/household/choices';
import type { CurrentHome } from '$lib/domain/household/household';
import type { Random } from './random';

const kinds: readonly (readonly [HomeKind, number])[] = [
	['rented', 64],
	['hosted', 26],
	['improper', 4],
	['none', 4],
	['owned', 2]
];

const evictions: readonly (readonly [Eviction, number])[] = [
	['none', 83],
	['notified', 11],
	['enforceable', 6]
];

/** Where an invented household lives now; the home is often too small for it. Area in hundredths of m2. */
export function aHome(random: Random, persons: number): CurrentHome {
	const kind = random.weighted(kinds);
	const housed = kind !== 'none';
	const comfortable = 1800 + persons * 1100;
	return {
		kind,
		netAreaDm2: housed ? Math.round((comfortable * random.integer(55, 115)) / 100) : null,
		eviction: kind === 'rented' ? random.weighted(evictions) : 'none',
		unhealthy: housed && random.chance(kind === 'improper' ? 0.4 : 0.05)
	};
}
