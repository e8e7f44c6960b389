import { dwellingColumns, type DwellingMeasureColumns } from '$lib/server/homes/dwellings/measure-columns';
import type { CoreMeasures } from './measures';
import type { Random } from './random';

/** `core` and the rest of what a survey finds in an invented flat; plausible, and never in contradiction with `core`. Millimetres. */
export function moreMeasures(
	random: Random,
	measured: 'accessible' | 'ordinary' | 'no',
	core: CoreMeasures
): DwellingMeasureColumns {
	const empty = { ...dwellingColumns({}), ...core };
	if (measured === 'no') return empty;
	const found = measured === 'accessible' ? accessible(random, core) : ordinary(random, core);
	return { ...empty, ...namedDoors(random, core.inner_door_mm!), ...found, ...comfort(random) };
}

const cm = (random: Random, low: number, high: number) => random.integer(low, high) * 10;
const bit = (random: Random, chance: number) => (random.chance(chance) ? 1 : 0);
const maybe = <Value>(random: Random, chance: number, value: Value) => (random.chance(chance) ? value : null);

/** The narrowest door is most often the bathroom's; the others are a little wider. */
function namedDoors(random: Random, narrowest: number) {
	const names = ['bath_door_mm', 'kitchen_door_mm', 'bedroom_door_mm'] as const;
	const first = random.weighted([
		[names[0], 7],
		[names[1], 2],
		[names[2], 1]
	] as const);
	const widths = names.map((name) => [name, name === first ? narrowest : narrowest + cm(random, 0, 12)]);
	return Object.fromEntries(widths) as Record<(typeof names)[number], number>;
}

const accessible = (random: Random, core: CoreMeasures) => ({
	flat_door_mm: cm(random, 80, 90),
	threshold_mm: random.pick([0, 0, 10, 20]),
	bathtub: 0,
	grab_rails: bit(random, 0.8),
	kitchen_turning_mm: Math.max(1500, core.turning_mm ?? 0),
	kitchen_knee_mm: maybe(random, 0.6, cm(random, 70, 75)),
	balcony_threshold_mm: maybe(random, 0.5, random.pick([20, 25, 60])),
	balcony_depth_mm: maybe(random, 0.5, cm(random, 120, 160)),
	switch_low_mm: cm(random, 40, 50),
	switch_high_mm: cm(random, 100, 120),
	bedside_sockets: random.integer(2, 6),
	contrasting_edges: maybe(random, 0.7, bit(random, 0.5)),
	visible_doorbell: bit(random, 0.3)
});

/** One survey in six left the threshold out, one in eight the flat's door: those flats stay to be measured. */
const ordinary = (random: Random, core: CoreMeasures) => ({
	flat_door_mm: maybe(random, 0.87, cm(random, 76, 92)),
	threshold_mm: maybe(random, 0.84, random.pick([0, 10, 20, 30, 50])),
	bathtub: core.shower_floor_level === 1 ? 0 : bit(random, 0.6),
	grab_rails: bit(random, 0.06),
	kitchen_turning_mm: maybe(random, 0.7, cm(random, 90, 150)),
	kitchen_knee_mm: null,
	balcony_threshold_mm: maybe(random, 0.4, random.pick([30, 60, 100])),
	balcony_depth_mm: maybe(random, 0.4, cm(random, 80, 130)),
	switch_low_mm: maybe(random, 0.7, cm(random, 20, 45)),
	switch_high_mm: maybe(random, 0.7, cm(random, 110, 150)),
	bedside_sockets: maybe(random, 0.5, random.integer(1, 4)),
	contrasting_edges: maybe(random, 0.3, bit(random, 0.2)),
	visible_doorbell: maybe(random, 0.6, bit(random, 0.03))
});

const comfort = (random: Random) => ({
	light_lux: maybe(random, 0.5, random.integer(9, 40) * 10),
	noise_db: maybe(random, 0.5, random.integer(24, 48)),
	separate_room: maybe(random, 0.6, bit(random, 0.4))
});
