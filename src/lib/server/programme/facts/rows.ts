import type { Insertable } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { InBoth, Observation, StatementKind } from '$lib/domain/programme/observation';
import type {
	IndicatorsTable,
	OperationLinesTable,
	OperationsTable,
	ProgrammesTable
} from '$lib/server/programme/operations/table';
import type {
	PublishedFacts,
	PublishedIndicator,
	PublishedLine,
	PublishedObservation,
	PublishedOperation
} from './published';
import type { ObservationsTable, SourcesTable, StatementsTable } from './table';

export type FactRows = {
	readonly programme: ProgrammesTable;
	readonly sources: readonly SourcesTable[];
	readonly operations: readonly OperationsTable[];
	readonly lines: readonly OperationLinesTable[];
	readonly indicators: readonly IndicatorsTable[];
	readonly observations: readonly Insertable<ObservationsTable>[];
	readonly statements: readonly StatementsTable[];
};

/** The published file as rows. Ids are made of what they name, so reading the same file twice gives the same rows. */
export function factRows(facts: PublishedFacts, at: Instant): FactRows {
	const lines = facts.operations.flatMap((operation) => operation.lines.map((line) => lineRow(operation.id, line)));
	return {
		programme: programmeRow(facts),
		sources: Object.entries(facts.sources).map(([id, { title, publisher, url, date, note }]) => ({
			...{ id, title, publisher, url, dated: date },
			...noteColumns(note)
		})),
		operations: facts.operations.map(({ id, it }, index) => ({ id, position: index + 1, name_it: it })),
		lines,
		indicators: facts.indicators.map(indicatorRow),
		observations: observationRows(facts, at),
		statements: [
			...programmeStatements(facts),
			...facts.operations.flatMap((operation) => operationStatements(operation, facts))
		]
	};
}

function programmeRow({ programme, about }: PublishedFacts): ProgrammesTable {
	return {
		id: programme.id,
		name: programme.name,
		cci: programme.cci,
		decision: programme.decision,
		decision_date: programme.decisionDate,
		eligible_until: programme.eligibleUntil,
		eligible_source: programme.eligibleUntilSource,
		eligible_note_it: programme.eligibleUntilNote.it,
		eligible_note_en: programme.eligibleUntilNote.en,
		facts_of: about.updated
	};
}

const noteColumns = (note: InBoth | undefined) => ({ note_it: note?.it ?? null, note_en: note?.en ?? null });

const lineRow = (operation: string, line: PublishedLine): OperationLinesTable => ({
	id: line.id,
	operation_id: operation,
	kind: line.kind,
	axis: line.axis,
	name_it: line.title,
	subtitle: line.subtitle ?? null,
	code: line.code,
	code_note_it: line.codeNote?.it ?? null,
	code_note_en: line.codeNote?.en ?? null,
	fund: line.fund,
	status: line.status ?? null,
	status_note_it: line.statusNote?.it ?? null,
	status_note_en: line.statusNote?.en ?? null,
	starts_on: line.from,
	ends_on: line.to,
	cup: line.cup?.join(' ') ?? null
});

const indicatorRow = (indicator: PublishedIndicator, index: number): IndicatorsTable => ({
	code: indicator.code,
	position: index + 1,
	fund: indicator.fund,
	axis: indicator.axis,
	name_it: indicator.it,
	name_en: indicator.en,
	unit: indicator.unit,
	target_2018: indicator.target2018,
	target_2023: indicator.target2023,
	source_id: indicator.source,
	certainty: indicator.certainty,
	composition_it: indicator.composition?.it ?? null,
	composition_en: indicator.composition?.en ?? null
});

function observationRows(facts: PublishedFacts, at: Instant): Insertable<ObservationsTable>[] {
	const { programme, operations, indicators } = facts;
	const of = (about: ObservationsTable['about'], id: string, given: readonly PublishedObservation[]) =>
		given.map((one, index) => observationRow({ about, about_id: id, position: index + 1 }, one, at));
	return [
		...of('programme', programme.id, programme.resources),
		...of('all_cities', programme.id, programme.allCities),
		...indicators.flatMap(({ code, achieved }) => of('indicator', code, achieved)),
		...operations.flatMap((operation) => [
			...of('operation', operation.id, [...operation.totals, ...operation.related.flatMap(relatedOf)]),
			...operation.lines.flatMap((line) => of('line', line.id, line.observations)),
			...operation.places.flatMap((place, index) => of('place', placeId(operation, index), ofPlace(place, facts)))
		])
	];
}

/** Money of a line that lies beside the operation, under its code and title. */
function relatedOf({ code, title, observations }: PublishedOperation['related'][number]): PublishedObservation[] {
	const named = (note: string | undefined) => [`${code}, ${title}`, note].filter(Boolean).join('; ');
	return observations.map((one) => ({ ...one, note: { it: named(one.note?.it), en: named(one.note?.en) } }));
}

const placeId = (operation: PublishedOperation, index: number) => `${operation.id}/place/${index + 1}`;

/** The flats of a street are a figure of the source that names the street. */
function ofPlace(
	{ dwellings, source, certainty, observations = [] }: PublishedOperation['places'][number],
	{ sources }: PublishedFacts
): PublishedObservation[] {
	if (dwellings === null || dwellings === undefined) return observations;
	const asOf = sources[source]?.date ?? null;
	return [...observations, { what: 'dwellingsRestored', value: dwellings, asOf, source, certainty }];
}

function observationRow(
	subject: Pick<ObservationsTable, 'about' | 'about_id' | 'position'>,
	{ what, value, rounded, asOf, source, certainty, note }: PublishedObservation,
	at: Instant
): Insertable<ObservationsTable> {
	return {
		id: `${subject.about}/${subject.about_id}/${subject.position}`,
		...subject,
		what,
		unit: unitOf(what, value),
		value: typeof value === 'string' ? cents(value) : value,
		rounded: rounded ? 1 : 0,
		as_of: asOf,
		source_id: source,
		certainty,
		...noteColumns(note),
		recorded_at: at
	};
}

function unitOf(what: string, value: string | number): Observation['unit'] {
	if (typeof value === 'string') return 'euro';
	return what.startsWith('m2') ? 'm2' : 'number';
}

/** `1357265.93` in cents, without passing through a fraction. */
const cents = (euro: string): number => Number(euro.replace('.', ''));

type Said = Partial<Omit<StatementsTable, 'kind' | 'text_it' | 'text_en'>> & { readonly text: InBoth };

const statementRow = (operation: string | null, kind: StatementKind, position: number, said: Said): StatementsTable => {
	const { text, ...rest } = said;
	return {
		...{ id: `${operation ?? 'programme'}/${kind}/${position}`, operation_id: operation, kind, position },
		...{
			text_it: text.it,
			text_en: text.en,
			as_of: null,
			source_id: null,
			certainty: null,
			note_it: null,
			note_en: null
		},
		...rest
	};
};

function programmeStatements({ unassigned, funding, programme }: PublishedFacts): StatementsTable[] {
	const named = ({ it, source, certainty, note }: PublishedFacts['funding']['sources'][number]): Said => ({
		...{ text: { it, en: it }, source_id: source, certainty },
		...noteColumns(note)
	});
	const unknown = programme.resourcesByAxis.map(({ axis }) => ({
		text: { it: `risorse di Milano per l'asse ${axis}`, en: `Milan's resources for axis ${axis}` }
	}));
	const all: readonly (readonly [StatementKind, readonly Said[]])[] = [
		['title', unassigned.map(named)],
		['funding', funding.sources.map(named)],
		['fact', [{ text: funding.note, source_id: 'slides', certainty: 'published' }]],
		['unknown', unknown]
	];
	return all.flatMap(([kind, said]) => said.map((one, index) => statementRow(null, kind, index + 1, one)));
}

function operationStatements(operation: PublishedOperation, { sources }: PublishedFacts): StatementsTable[] {
	const all: readonly (readonly [StatementKind, readonly Said[]])[] = [
		['place', operation.places.map(placeSaid)],
		[
			'event',
			operation.timeline.map(({ date, source, certainty, it, en }) => ({
				...{ text: { it, en }, as_of: date, source_id: source, certainty }
			}))
		],
		[
			'partner',
			operation.partners.map(({ name, role, source }) => ({
				...{ text: { it: name, en: name }, source_id: source, certainty: sources[source]!.kind },
				...noteColumns(role)
			}))
		],
		[
			'fact',
			operation.facts.map(({ it, en, asOf, source, certainty }) => ({
				...{ text: { it, en }, as_of: asOf, source_id: source, certainty }
			}))
		],
		['unknown', operation.unknown.map((text) => ({ text }))]
	];
	return all.flatMap(([kind, said]) => said.map((one, index) => statementRow(operation.id, kind, index + 1, one)));
}

function placeSaid({ it, area, municipio, source, certainty, note }: PublishedOperation['places'][number]): Said {
	const where = [area, municipio && `Municipio ${municipio}`].filter(Boolean).join(', ');
	const text = where ? `${it} (${where})` : it;
	return { text: { it: text, en: text }, source_id: source, certainty, ...noteColumns(note) };
}
