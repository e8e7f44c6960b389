import type { ElementId } from '$lib/domain/rent/agreement';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { rangeOf } from '$lib/server/letting/listings/service';
import type { LoadDay } from './day';
import { ordinaryMeasures } from './measures';
import { createRandom, type Random } from './random';
import { streets } from './streets';

/** A flat in normal state near the metro: every element A, the flat's state, and some of C and D. */
const ALWAYS: readonly ElementId[] = ['A1', 'A2', 'A3', 'A4', 'B3', 'C5', 'C7'];
const SOMETIMES: readonly ElementId[] = ['C3', 'C6', 'C9', 'D1', 'D2', 'D7', 'D9'];

const yes = (value: number | null) => (value === null ? null : value === 1);

/** What an invented landlord answers, every step of it; the rent is three quarters of the way to the highest lawful one. */
export function listingAnswers(random: Random, load: LoadDay, availableInDays: number): Required<ListingAnswers> {
	const { street, zone } = random.pick(streets);
	// The order of these draws is fixed: another order makes another world.
	const netAreaDm2 = random.integer(3_900, 7_600);
	const floor = random.integer(0, 6);
	const lift = random.chance(0.7);
	const address = { street, streetNumber: String(random.integer(3, 90)), unit: String(random.integer(1, 20)), zone };
	const flat = flatOf(random, netAreaDm2, floor, lift);
	const rooms = roomMeasures(random);
	const more = createRandom(`measures/${street} ${address.streetNumber}`);
	const measures = { ...entranceMeasures(random, more, lift), ...rooms };
	const estimate = rangeOf({ address, flat });
	if (!estimate?.ok) throw new Error('An invented flat has no lawful rent: change how flats are drawn.');
	const { monthMinCents, monthMaxCents } = estimate.range.sum;
	return {
		address,
		flat,
		access: { survey: false, measures },
		rent: {
			years: 3,
			furnished: 'no',
			rentCents: Math.floor((monthMinCents + 3 * monthMaxCents) / 400) * 100,
			availableFrom: load.day(availableInDays),
			conditions: random.chance(0.3) ? ['no-smoking'] : []
		}
	};
}

function flatOf(random: Random, netAreaDm2: number, floor: number, lift: boolean) {
	return {
		areaDm2: Math.round(netAreaDm2 * 1.15),
		netAreaDm2,
		rooms: Math.max(1, Math.round(netAreaDm2 / 2_000)),
		floor,
		cadastralCategory: 'A/3',
		energyClass: random.pick(['C', 'D', 'E', 'F']),
		elements: [...ALWAYS, ...SOMETIMES.filter(() => random.chance(0.5)), ...(lift ? (['B2'] as const) : [])],
		stoves: false
	};
}

function roomMeasures(random: Random) {
	const rooms = ordinaryMeasures(random);
	return {
		innerDoorMm: rooms.inner_door_mm,
		corridorMm: rooms.corridor_mm,
		turningMm: rooms.turning_mm,
		wcSideMm: rooms.wc_side_mm,
		wcFrontMm: rooms.wc_front_mm,
		showerFloorLevel: yes(rooms.shower_floor_level)
	};
}

function entranceMeasures(random: Random, more: Random, lift: boolean) {
	return {
		stepFreeEntrance: random.chance(0.3),
		entranceDoorMm: random.integer(80, 110) * 10,
		lift,
		liftDoorMm: lift ? random.integer(65, 85) * 10 : null,
		liftCabinWidthMm: lift ? random.integer(70, 95) * 10 : null,
		liftCabinDepthMm: lift ? random.integer(90, 125) * 10 : null,
		liftLandingMm: lift ? more.integer(110, 160) * 10 : null,
		flatDoorMm: more.integer(76, 92) * 10,
		thresholdMm: more.pick([0, 10, 20, 30])
	};
}
