import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { countHouses, type HouseCount } from '$lib/domain/programme/count-houses';
import { byDate, type Observation, type Source } from '$lib/domain/programme/observation';
import type { Database } from '$lib/server/schema';
import { historiesOf } from '$lib/server/homes/dwellings/history-repository';
import { listObservations, listSources } from '$lib/server/programme/facts/repository';
import * as programme from './repository';

/** The indicator that counts restored dwellings; its target is what the houses are drawn against. */
export const RESTORED_DWELLINGS = 'CO40';

export type ProgrammeOverview = HouseCount & {
	/** What sources declare restored, the newest last; two values stand side by side. */
	readonly declared: readonly { readonly observation: Observation; readonly source: Source | undefined }[];
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
		place: row.street ?? row.district,
		history: histories.get(row.id)!
	}));
	return { indicators, dwellings, observations: await listObservations(db), sources: await listSources(db) };
}

export function overviewOf(read: Awaited<ReturnType<typeof readProgramme>>): ProgrammeOverview {
	const target = read.indicators.find(({ code }) => code === RESTORED_DWELLINGS)?.target_2023 ?? 0;
	const declared = byDate(
		read.observations.filter(({ about, aboutId }) => about === 'indicator' && aboutId === RESTORED_DWELLINGS)
	);
	return {
		...countHouses(read.dwellings, target),
		declared: declared.map(({ about: _, aboutId: __, ...observation }) => ({
			observation,
			source: read.sources.find(({ id }) => id === observation.source)
		}))
	};
}
