import type { BuildingsTable } from '$lib/server/homes/dwellings/table';
import type { LoadDay } from './day';
import { buildingColumns } from '$lib/server/homes/dwellings/measure-columns';
import { moreOfBuilding } from './more-of-building';
import { createRandom, type Random } from './random';
import { OWNER, SURVEYOR } from './surveys';
import { streets, type Street } from './streets';

export type NewBuilding = {
	readonly code: string;
	/** Drawn when not given. */
	readonly place?: Street;
	/** Without a step from the street to the flat: a lift that takes a wheelchair, or the ground floor. */
	readonly stepFree?: boolean;
};

/** A synthetic building: invented house number and measures, on a public street. Lengths in millimetres. */
export function aBuilding(random: Random, { at, day }: LoadDay, building: NewBuilding): BuildingsTable {
	const place = building.place ?? random.pick(streets);
	const floors = random.weighted([2, 3, 4, 5, 6, 8, 10].map((count) => [count, count === 4 || count === 5 ? 4 : 2]));
	const lift = building.stepFree === true || random.chance(floors > 4 ? 0.85 : 0.3);
	// DM 236/1989 art. 8.1.12 c: in an existing building the cabin is at least 800 x 1200 mm and its door 750 mm.
	const roomyLift = building.stepFree === true || random.chance(0.35);
	// The order of these draws is fixed: another order makes another world.
	const about = {
		id: random.id(at(-390)),
		street_number: String(random.integer(2, 140)),
		built_year: random.integer(1930, 1988)
	};
	const measures = entranceAndLift(random, building.stepFree === true, lift, roomyLift);
	const more = createRandom(`measures/${building.code}`);
	const measured = building.stepFree === true || more.chance(0.7);
	return {
		...about,
		code: building.code,
		street: place.street,
		municipality: 'Milano',
		district: place.district,
		rent_zone: place.zone,
		floors,
		...buildingColumns({ ...measures, ...moreOfBuilding(more, measures, building.stepFree === true) }),
		measured_on: measured ? day(-more.integer(20, 360)) : null,
		measured_by: measured ? SURVEYOR : OWNER,
		synthetic: 1,
		created_at: at(-390)
	};
}

function entranceAndLift(random: Random, stepFree: boolean, lift: boolean, roomyLift: boolean) {
	const cm = (low: number, high: number) => random.integer(low, high) * 10;
	return {
		lift,
		stepFreeEntrance: stepFree || random.chance(0.2),
		entranceDoorMm: stepFree ? cm(82, 100) : cm(75, 110),
		liftDoorMm: lift ? (roomyLift ? cm(75, 90) : cm(60, 74)) : null,
		liftCabinWidthMm: lift ? (roomyLift ? cm(80, 110) : cm(65, 79)) : null,
		liftCabinDepthMm: lift ? (roomyLift ? cm(120, 140) : cm(80, 119)) : null
	};
}
