import type { CheckedThing } from '$lib/domain/accessibility/checks';
import { m } from '$lib/paraglide/messages';

type Group = {
	readonly of: 'building' | 'dwelling';
	readonly name: () => string;
	readonly things: readonly CheckedThing[];
};

/** The things that decide whether a home suits somebody, grouped by the words of the person who measures them. */
const groups: readonly Group[] = [
	{ of: 'building', name: m.measure_group_way_in, things: ['route', 'stepFreeEntrance', 'entranceDoorMm'] },
	{
		of: 'building',
		name: m.measure_group_lift,
		things: ['lift', 'liftDoorMm', 'liftCabinWidthMm', 'liftCabinDepthMm', 'liftLandingMm']
	},
	{
		of: 'building',
		name: m.measure_group_nearby,
		things: ['stopDistanceMm', 'pharmacyDistanceMm', 'clinicDistanceMm', 'shopsDistanceMm', 'dayCareDistanceMm']
	},
	{
		of: 'dwelling',
		name: m.measure_group_doors,
		things: ['flatDoorMm', 'innerDoorMm', 'bathDoorMm', 'kitchenDoorMm', 'bedroomDoorMm']
	},
	{ of: 'dwelling', name: m.measure_group_spaces, things: ['thresholdMm', 'corridorMm', 'turningMm'] },
	{ of: 'dwelling', name: m.measure_group_bathroom, things: ['wcSideMm', 'wcFrontMm', 'showerFloorLevel'] },
	{ of: 'dwelling', name: m.measure_group_senses, things: ['contrastingEdges', 'lightLux', 'visibleDoorbell'] },
	{ of: 'dwelling', name: m.measure_group_quiet, things: ['noiseDb', 'separateRoom'] },
	{ of: 'dwelling', name: m.measure_group_sockets, things: ['bedsideSockets'] },
	{ of: 'dwelling', name: m.measure_group_rooms, things: ['floor', 'rooms'] }
];

/** The groups of the missing measures, with those of the building apart: `porte, bagno`. */
export function groupedMeasures(missing: readonly CheckedThing[], of: Group['of']) {
	return groups
		.filter((group) => group.of === of)
		.map(({ name, things }) => ({ name: name(), things: things.filter((thing) => missing.includes(thing)) }))
		.filter(({ things }) => things.length > 0);
}
