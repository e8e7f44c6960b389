import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { isRestored, stateOf } from '$lib/domain/programme/state-of';
import type { Database } from '$lib/server/schema';
import { overviewOf, readProgramme, RESTORED_DWELLINGS, type ProgrammeOverview } from './houses';
import { operationLine } from './lines';
import type { Indicator, Operation } from '$lib/domain/programme/operation';
import * as programme from './repository';

/** The houses of the programme at `now` and how they add up. */
export async function programmeOverview(db: Kysely<Database>, now: Instant): Promise<ProgrammeOverview> {
	return overviewOf(await readProgramme(db, now));
}

/** Everything the programme's page shows: the houses, each operation with its money, the indicators. */
export async function programmeReport(db: Kysely<Database>, now: Instant) {
	const read = await readProgramme(db, now);
	const overview = overviewOf(read);
	const about = await programme.findProgramme(db);
	const operations = await programme.listOperations(db);
	const lines = await programme.listLines(db);
	return {
		about: about && {
			name: about.name,
			cci: about.cci,
			eligibleUntil: about.eligible_until,
			resourcesCents: about.resources_cents,
			resourcesSource: about.resources_source
		},
		overview,
		operations: operations.map((operation) => operationOf(operation, lines, read.dwellings)),
		indicators: read.indicators.map((row) => indicatorOf(row, overview.restored))
	};
}

type Read = Awaited<ReturnType<typeof readProgramme>>;

function operationOf(
	{ id, name_it: name, code, facts }: Awaited<ReturnType<typeof programme.listOperations>>[number],
	lines: Awaited<ReturnType<typeof programme.listLines>>,
	dwellings: Read['dwellings']
): Operation {
	const own = dwellings.filter((dwelling) => dwelling.operationId === id);
	return {
		id,
		name,
		code,
		facts,
		lines: lines.filter((line) => line.operation_id === id).map(operationLine),
		dwellings: own.filter(({ history }) => stateOf(history) !== 'withdrawn').length,
		restored: own.filter(({ history }) => isRestored(history)).length
	};
}

const indicatorOf = (row: Read['indicators'][number], restored: number): Indicator => ({
	code: row.code,
	fund: row.fund,
	axis: row.axis,
	name: { it: row.name_it, en: row.name_en },
	unit: row.unit,
	target2018: row.target_2018,
	target2023: row.target_2023,
	value: row.code === RESTORED_DWELLINGS ? restored : null
});
