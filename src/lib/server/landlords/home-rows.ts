import type { Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Database } from '$lib/server/db/schema';
import { searchText } from '$lib/server/dwellings/search-text';
import { newId } from '$lib/server/ids';
import type { Listing } from '$lib/domain/matching/listing';

const flag = (yes: boolean | null) => (yes === null ? null : Number(yes));

/** The register's rows of an inspected home: what the agency measured counts, not what was declared. */
export function homeRows(
	{ id, answers, events, synthetic }: Listing,
	ownerId: string,
	now: Instant
): { building: Insertable<Database['buildings']>; dwelling: Insertable<Database['dwellings']> } {
	const { address, flat, access, rent } = answers;
	if (!address || !flat || !access || !rent) throw new Error('A listing is published with all its steps answered.');
	const inspection = events.find(({ event }) => event === 'inspected')?.detail;
	const measures = inspection?.measures ?? access.measures;
	const code = `PR-${id.slice(-12).toUpperCase()}`;
	const buildingId = newId();
	return {
		building: {
			id: buildingId,
			code: `${code}-E`,
			street: address.street,
			street_number: address.streetNumber,
			municipality: 'Milano',
			district: null,
			rent_zone: address.zone,
			floors: null,
			built_year: null,
			lift: flag(measures.lift),
			step_free_entrance: flag(measures.stepFreeEntrance),
			entrance_door_mm: measures.entranceDoorMm,
			lift_door_mm: measures.liftDoorMm,
			lift_cabin_width_mm: measures.liftCabinWidthMm,
			lift_cabin_depth_mm: measures.liftCabinDepthMm,
			synthetic: Number(synthetic),
			created_at: now
		},
		dwelling: {
			id: newId(),
			code,
			building_id: buildingId,
			owner_id: ownerId,
			operation_id: null,
			erp: 0,
			unit: address.unit,
			floor: flat.floor,
			rooms: flat.rooms,
			net_area_dm2: inspection?.netAreaDm2 ?? flat.netAreaDm2,
			cadastral_area_dm2: flat.areaDm2,
			rent_cents: rent.rentCents,
			energy_class: flat.energyClass,
			inner_door_mm: measures.innerDoorMm,
			corridor_mm: measures.corridorMm,
			turning_mm: measures.turningMm,
			wc_side_mm: measures.wcSideMm,
			wc_front_mm: measures.wcFrontMm,
			shower_floor_level: flag(measures.showerFloorLevel),
			measured_on: inspection?.on ?? null,
			search: searchText(code, address.street, address.streetNumber, 'Milano'),
			synthetic: Number(synthetic),
			created_at: now
		}
	};
}
