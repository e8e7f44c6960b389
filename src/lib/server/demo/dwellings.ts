import type { BuildingsTable, DwellingsTable } from '$lib/server/homes/dwellings/table';
import type { LoadDay } from './day';
import { accessibleMeasures, ordinaryMeasures, unmeasured } from './measures';
import { moreMeasures } from './more-measures';
import { createRandom, type Random } from './random';
import { dwellingSearchText } from './search-text';
import { SURVEYOR } from './surveys';

export type NewDwelling = {
	readonly code: string;
	readonly building: BuildingsTable;
	readonly ownerId: string;
	readonly operationId?: string;
	/** Let under the rules of public housing, which set a lower rent. */
	readonly erp: boolean;
	readonly measured: 'accessible' | 'ordinary' | 'no';
};

/** Net areas of public housing in Milan are small: most between 35 and 70 m2. In m2, with how often they occur. */
const areas: readonly (readonly [readonly [number, number], number])[] = [
	[[26, 30], 5],
	[[31, 45], 26],
	[[46, 55], 27],
	[[56, 68], 24],
	[[69, 80], 12],
	[[81, 96], 6]
];

const energyClasses = [
	['A1', 2],
	['B', 4],
	['C', 9],
	['D', 17],
	['E', 26],
	['F', 25],
	['G', 17]
] as const;

/** A synthetic dwelling. Areas in hundredths of m2, lengths in millimetres, rent in cents a month. */
export function aDwelling(random: Random, { at, day }: LoadDay, dwelling: NewDwelling): DwellingsTable {
	const { building, measured } = dwelling;
	const [low, high] = random.weighted(areas);
	// A flat where a wheelchair turns is seldom under 45 m2.
	const net = measured === 'accessible' ? random.integer(4500, 8200) : random.integer(low * 100, high * 100 + 99);
	const floors = building.floors ?? 1;
	const floor = measured === 'accessible' && building.lift === 0 ? 0 : random.integer(0, floors - 1);
	const measures = { accessible: accessibleMeasures, ordinary: ordinaryMeasures, no: unmeasured }[measured](random);
	return {
		id: random.id(at(-380)),
		code: dwelling.code,
		building_id: building.id,
		owner_id: dwelling.ownerId,
		operation_id: dwelling.operationId ?? null,
		erp: dwelling.erp ? 1 : 0,
		unit: String(random.integer(1, floors * 4)),
		floor,
		rooms: Math.max(1, Math.min(5, Math.round(net / 2000))),
		net_area_dm2: net,
		cadastral_area_dm2: Math.round(net * 1.15),
		rent_cents: rent(random, net, dwelling.erp),
		energy_class: dwelling.erp ? random.weighted(energyClasses) : random.pick(['A2', 'B', 'C', 'C', 'D']),
		...moreMeasures(createRandom(`measures/${dwelling.code}`), measured, measures),
		measured_on: measured === 'no' ? null : day(-random.integer(20, 360)),
		measured_by: measured === 'no' ? null : SURVEYOR,
		search: dwellingSearchText(dwelling.code, building),
		synthetic: 1,
		created_at: at(-380)
	};
}

/** Public housing asks 1.50 to 4 euro a m2, an agreed rent in these zones 4.50 to 7.50; whole euros. */
function rent(random: Random, netAreaDm2: number, erp: boolean): number {
	const centsPerSquareMetre = erp ? random.integer(150, 400) : random.integer(450, 750);
	return Math.round((netAreaDm2 * centsPerSquareMetre) / 10_000) * 100;
}
