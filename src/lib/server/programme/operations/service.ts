import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Observation, Source } from '$lib/domain/programme/observation';
import type { AboutProgramme, Indicator, Operation, OperationFile } from '$lib/domain/programme/operation';
import { stateOf } from '$lib/domain/programme/state-of';
import type { Database } from '$lib/server/schema';
import { inBoth, listStatements, type ObservationAbout } from '$lib/server/programme/facts/repository';
import { overviewOf, readProgramme, RESTORED_DWELLINGS, type ProgrammeOverview } from './houses';
import { operationLine } from './lines';
import * as programme from './repository';

/** The houses of the programme at `now` and how they add up. */
export async function programmeOverview(db: Kysely<Database>, now: Instant): Promise<ProgrammeOverview> {
	return overviewOf(await readProgramme(db, now));
}

/** Everything the programme's page shows: the houses, each operation with its figures, the indicators, the sources. */
export async function programmeReport(db: Kysely<Database>, now: Instant) {
	const read = await readProgramme(db, now);
	const overview = overviewOf(read);
	const { observations, sources } = read;
	const statements = (await listStatements(db)).filter(({ operationId }) => operationId === null);
	const titles = statements.filter(({ kind }) => kind === 'title');
	const rest = statements.filter(({ kind }) => kind !== 'title');
	return {
		about: await aboutOf(db, observations, rest),
		overview,
		operations: await operationsOf(db, read.dwellings, observations),
		titles,
		indicators: read.indicators.map((row) => indicatorOf(row, overview.proofs, observations)),
		sources
	};
}

/** What the sources say of one operation; undefined when there is none of that name. */
export async function operationFile(
	db: Kysely<Database>,
	id: string,
	now: Instant
): Promise<OperationFile | undefined> {
	const read = await readProgramme(db, now);
	const { observations } = read;
	const operation = (await operationsOf(db, read.dwellings, observations)).find((one) => one.id === id);
	if (!operation) return undefined;
	const own = (await listStatements(db)).filter(({ operationId }) => operationId === id);
	const places = own
		.filter(({ kind }) => kind === 'place')
		.map((place) => ({ ...place, observations: about(observations, 'place', place.id) }));
	const statements = own.filter(({ kind }) => kind !== 'place');
	const file = { ...operation, places, statements };
	return { ...file, sources: citedBy(file, read.sources) };
}

type Read = Awaited<ReturnType<typeof readProgramme>>;

const about = (observations: readonly ObservationAbout[], kind: string, id: string): Observation[] =>
	observations
		.filter((one) => one.about === kind && one.aboutId === id)
		.map(({ about: _, aboutId: __, ...observation }) => observation);

async function aboutOf(
	db: Kysely<Database>,
	observations: readonly ObservationAbout[],
	statements: AboutProgramme['statements']
): Promise<AboutProgramme | undefined> {
	const row = await programme.findProgramme(db);
	return (
		row && {
			name: row.name,
			cci: row.cci,
			decision: row.decision,
			decisionDate: row.decision_date,
			eligibleUntil: row.eligible_until,
			eligibleNote: inBoth(row.eligible_note_it, row.eligible_note_en),
			resources: about(observations, 'programme', row.id),
			allCities: about(observations, 'all_cities', row.id),
			statements
		}
	);
}

async function operationsOf(
	db: Kysely<Database>,
	dwellings: Read['dwellings'],
	observations: readonly ObservationAbout[]
): Promise<Operation[]> {
	const lines = await programme.listLines(db);
	return (await programme.listOperations(db)).map(({ id, name_it: name }) => {
		const own = dwellings.filter(({ operationId, history }) => operationId === id && stateOf(history) !== 'withdrawn');
		const demo = own.filter(({ synthetic }) => synthetic).length;
		return {
			id,
			name,
			lines: lines
				.filter((line) => line.operation_id === id)
				.map((line) => operationLine(line, about(observations, 'line', line.id))),
			totals: about(observations, 'operation', id),
			dwellings: { real: own.length - demo, demo }
		};
	});
}

const indicatorOf = (
	row: Read['indicators'][number],
	proofs: ProgrammeOverview['proofs'],
	observations: readonly ObservationAbout[]
): Indicator => ({
	code: row.code,
	fund: row.fund,
	axis: row.axis,
	name: { it: row.name_it, en: row.name_en },
	unit: row.unit,
	target2018: row.target_2018,
	target2023: row.target_2023,
	certified: row.code === RESTORED_DWELLINGS ? proofs.certified : null,
	demo: row.code === RESTORED_DWELLINGS ? proofs.demo : null,
	declared: about(observations, 'indicator', row.code),
	composition: inBoth(row.composition_it, row.composition_en)
});

function citedBy(file: Omit<OperationFile, 'sources'>, sources: readonly Source[]): Source[] {
	const observations = [
		...file.totals,
		...file.lines.flatMap((line) => line.observations),
		...file.places.flatMap((place) => place.observations)
	];
	const cited = new Set([...observations, ...file.places, ...file.statements].map(({ source }) => source));
	return sources.filter(({ id }) => cited.has(id));
}
