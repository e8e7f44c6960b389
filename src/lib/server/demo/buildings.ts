import type { BuildingsTable } from '$lib/server/dwellings/table';
import type { LoadDay } from './day';
import type { Random } from './random';
import { streets, type Street } from './streets';

export type NewBuilding = {
	readonly code: string;
	/** Drawn when not given. */
	readonly place?: Street;
	/** Without a step from the street to the flat: a lift that takes a wheelchair, or the ground floor. */
	readonly stepFree?: boolean;
};

/** A synthetic building: invented house number and measures, on a public street. Lengths in millimetres. */
export function aBuilding(random: Random, { at }: LoadDay, building: NewBuilding): BuildingsTable {
	const place = building.place ?? random.pick(streets);
	const floors = random.weighted([2, 3, 4, 5, 6, 8, 10].map((count) => [count, count === 4 || count === 5 ? 4 : 2]));
	const lift = building.stepFree === true || random.chance(floors > 4 ? 0.85 : 0.3);
	// DM 236/1989 art. 8.1.12 c: in an existing building the cabin is at least 800 x 1200 mm and its door 750 mm.
	const roomyLift = building.stepFree === true || random.chance(0.35);
	return {
		id: random.id(at(-390)),
		code: building.code,
		street: place.street,
		street_number: String(random.integer(2, 140)),
		municipality: 'Milano',
		district: place.district,
		rent_zone: place.zone,
		floors,
		built_year: random.integer(1930, 1988),
		lift: lift ? 1 : 0,
		step_free_entrance: building.stepFree === true || random.chance(0.2) ? 1 : 0,
		entrance_door_mm: building.stepFree ? random.integer(82, 100) * 10 : random.integer(75, 110) * 10,
		lift_door_mm: lift ? (roomyLift ? random.integer(75, 90) : random.integer(60, 74)) * 10 : null,
		lift_cabin_width_mm: lift ? (roomyLift ? random.integer(80, 110) : random.integer(65, 79)) * 10 : null,
		lift_cabin_depth_mm: lift ? (roomyLift ? random.integer(120, 140) : random.integer(80, 119)) * 10 : null,
		synthetic: 1,
		created_at: at(-390)
	};
}
