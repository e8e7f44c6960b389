import type { DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { Random } from './random';

export type CoreMeasures = Pick<
	DwellingsTable,
	'inner_door_mm' | 'corridor_mm' | 'turning_mm' | 'wc_side_mm' | 'wc_front_mm' | 'shower_floor_level'
>;

/** Meets every measure of DM 236/1989, as after works that removed the barriers. Millimetres. */
export function accessibleMeasures(random: Random): CoreMeasures {
	return {
		inner_door_mm: random.integer(80, 90) * 10,
		corridor_mm: random.integer(110, 140) * 10,
		turning_mm: random.integer(150, 180) * 10,
		wc_side_mm: random.integer(100, 120) * 10,
		wc_front_mm: random.integer(80, 120) * 10,
		shower_floor_level: 1
	};
}

/** The flat as it was built: some doors are wide enough, the bathroom hardly ever is. Millimetres. */
export function ordinaryMeasures(random: Random): CoreMeasures {
	return {
		inner_door_mm: random.integer(65, 80) * 10,
		corridor_mm: random.integer(85, 120) * 10,
		turning_mm: random.integer(100, 150) * 10,
		wc_side_mm: random.integer(30, 70) * 10,
		wc_front_mm: random.integer(50, 90) * 10,
		shower_floor_level: random.chance(0.12) ? 1 : 0
	};
}

/** Not measured yet: the fit is unknown, which is not the same as unfit. */
export function unmeasured(): CoreMeasures {
	return {
		inner_door_mm: null,
		corridor_mm: null,
		turning_mm: null,
		wc_side_mm: null,
		wc_front_mm: null,
		shower_floor_level: null
	};
}
