import { suitsWheelchair } from '$lib/domain/accessibility/fit';
import type { BuildingsTable, DwellingEventsTable, DwellingsTable } from '$lib/server/dwellings/table';

/** Buildings, their dwellings and what happened to each. */
export type Homes = {
	readonly buildings: readonly BuildingsTable[];
	readonly dwellings: readonly DwellingsTable[];
	readonly events: readonly DwellingEventsTable[];
};

/** A dwelling with the building it is in. */
export type Home = { readonly dwelling: DwellingsTable; readonly building: BuildingsTable };

export function together(...parts: readonly Homes[]): Homes {
	return {
		buildings: parts.flatMap((part) => part.buildings),
		dwellings: parts.flatMap((part) => part.dwellings),
		events: parts.flatMap((part) => part.events)
	};
}

const yes = (value: number | null) => (value === null ? null : value === 1);

/** The dwellings that suit a wheelchair as they are, by their measures and those of their building. */
export function accessibleDwellings(homes: readonly Home[]): Set<string> {
	const suits = ({ dwelling, building }: Home) =>
		suitsWheelchair({
			stepFreeEntrance: yes(building.step_free_entrance),
			entranceDoorMm: building.entrance_door_mm,
			lift: yes(building.lift),
			liftDoorMm: building.lift_door_mm,
			liftCabinWidthMm: building.lift_cabin_width_mm,
			liftCabinDepthMm: building.lift_cabin_depth_mm,
			floor: dwelling.floor,
			rooms: dwelling.rooms,
			innerDoorMm: dwelling.inner_door_mm,
			corridorMm: dwelling.corridor_mm,
			turningMm: dwelling.turning_mm,
			wcSideMm: dwelling.wc_side_mm,
			wcFrontMm: dwelling.wc_front_mm,
			showerFloorLevel: yes(dwelling.shower_floor_level)
		});
	return new Set(homes.filter(suits).map(({ dwelling }) => dwelling.id));
}
