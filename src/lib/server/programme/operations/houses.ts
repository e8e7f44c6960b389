import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { countHouses, type HouseCount } from '$lib/domain/programme/count-houses';
import type { Database } from '$lib/server/schema';
import { historiesOf } from '$lib/server/homes/dwellings/history-repository';
import * as programme from './repository';

/** The indicator that counts restored dwellings; its target is what the houses are drawn against. */
export const RESTORED_DWELLINGS = 'CO40';

export type ProgrammeOverview = HouseCount & {
	/** Some of the counted dwellings were invented for the demo. */
	readonly synthetic: boolean;
};

/** The programme's dwellings with their histories by `now`, and the indicators with their targets. */
export async function readProgramme(db: Kysely<Database>, now: Instant) {
	const indicators = await programme.listIndicators(db);
	const rows = await programme.programmeDwellings(db);
	const ids = rows.map(({ id }) => id);
	const histories = await historiesOf(db, ids, now);
	const dwellings = rows.map((row) => ({
		code: row.code,
		operationId: row.operation_id,
		synthetic: row.synthetic === 1,
		history: histories.get(row.id)!
	}));
	return { indicators, dwellings };
}

export function overviewOf(read: Awaited<ReturnType<typeof readProgramme>>): ProgrammeOverview {
	const target = read.indicators.find(({ code }) => code === RESTORED_DWELLINGS)?.target_2023 ?? 0;
	return {
		...countHouses(read.dwellings, target),
		synthetic: read.dwellings.some((dwelling) => dwelling.synthetic)
	};
}
