import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { countHouses, type HouseCount } from '$lib/domain/programme/count-houses';
import { isRestored, stateOf } from '$lib/domain/programme/state-of';
import type { Database } from '$lib/server/db/schema';
import { historiesOf } from '$lib/server/dwellings/history-repository';
import { operationLine } from './lines';
import type { Indicator, Operation } from './programme';
import * as programme from './repository';

/** The indicator that counts restored dwellings; its target is what the houses are drawn against. */
const RESTORED_DWELLINGS = 'CO40';

export type ProgrammeOverview = HouseCount & {
	/** Some of the dwellings that are counted were invented for the demo. */
	readonly synthetic: boolean;
};

/** The houses of the programme at `now` and how they add up. */
export async function programmeOverview(db: Kysely<Database>, now: Instant): Promise<ProgrammeOverview> {
	const { dwellings, target } = await read(db, now);
	return { ...countHouses(dwellings, target), synthetic: dwellings.some((dwelling) => dwelling.synthetic) };
}

/** Everything the programme's page shows: the houses, each operation with its money, the indicators. */
export async function programmeReport(db: Kysely<Database>, now: Instant) {
	const { dwellings, target, indicators } = await read(db, now);
	const overview: ProgrammeOverview = {
		...countHouses(dwellings, target),
		synthetic: dwellings.some((dwelling) => dwelling.synthetic)
	};
	const [about, operations, lines] = [
		await programme.findProgramme(db),
		await programme.listOperations(db),
		await programme.listLines(db)
	];
	return {
		about: about && {
			name: about.name,
			cci: about.cci,
			eligibleUntil: about.eligible_until,
			resourcesCents: about.resources_cents,
			resourcesSource: about.resources_source
		},
		overview,
		operations: operations.map((operation): Operation => {
			const own = dwellings.filter((dwelling) => dwelling.operationId === operation.id);
			return {
				id: operation.id,
				name: operation.name_it,
				code: operation.code,
				facts: operation.facts,
				lines: lines.filter((line) => line.operation_id === operation.id).map(operationLine),
				dwellings: own.filter(({ history }) => stateOf(history) !== 'withdrawn').length,
				restored: own.filter(({ history }) => isRestored(history)).length
			};
		}),
		indicators: indicators.map((row): Indicator => ({
			code: row.code,
			fund: row.fund,
			axis: row.axis,
			name: { it: row.name_it, en: row.name_en },
			unit: row.unit,
			target2018: row.target_2018,
			target2023: row.target_2023,
			value: row.code === RESTORED_DWELLINGS ? overview.restored : null
		}))
	};
}

async function read(db: Kysely<Database>, now: Instant) {
	const indicators = await programme.listIndicators(db);
	const rows = await programme.programmeDwellings(db);
	const ids = rows.map(({ id }) => id);
	const histories = await historiesOf(db, ids, now);
	const target = indicators.find(({ code }) => code === RESTORED_DWELLINGS)?.target_2023 ?? 0;
	const dwellings = rows.map((row) => ({
		code: row.code,
		operationId: row.operation_id,
		synthetic: row.synthetic === 1,
		history: histories.get(row.id)!
	}));
	return { indicators, dwellings, target };
}
