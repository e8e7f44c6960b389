import type {
	IndicatorsTable,
	OperationLinesTable,
	OperationsTable,
	ProgrammesTable
} from '$lib/server/programme/operations/table';
import published from './data/pon-metro-milano.json';

/** What the sources say of one line of the programme. A value that no source gives is absent, never invented. */
type PublishedLine = {
	readonly axis?: number;
	readonly it: string;
	readonly ponEuro?: string;
	readonly totalEuro?: string;
	readonly paidEuro?: string;
	readonly status?: string;
	readonly from?: string;
	readonly to?: string;
	readonly moneySource?: string;
	readonly note?: string;
	readonly grants?: { readonly it: string };
};

type PublishedOperation = {
	readonly id: string;
	readonly it: string;
	readonly code?: string;
	readonly facts?: string;
	readonly services: PublishedLine | null;
	readonly works: PublishedLine | null;
};

export type Programme = {
	readonly programme: ProgrammesTable;
	readonly operations: readonly OperationsTable[];
	readonly lines: readonly OperationLinesTable[];
	readonly indicators: readonly IndicatorsTable[];
};

const PRESENTATION = 'Presentazione del programma, Organismo Intermedio - Città di Milano';

/** The published programme, row by row: no figure of it is synthetic. */
export function programme(): Programme {
	const { programme: about, indicators } = published;
	const operations: readonly PublishedOperation[] = published.operations;
	return {
		programme: {
			id: about.id,
			name: about.name,
			cci: about.cci,
			eligible_until: about.eligibleUntil,
			resources_cents: cents(about.resourcesEuro),
			resources_source: about.resourcesSource
		},
		operations: operations.map(operationRow),
		lines: operations.flatMap(linesOf),
		indicators: indicators.map(indicatorRow)
	};
}

const operationRow = ({ id, it, code, facts }: PublishedOperation, index: number): OperationsTable => ({
	id,
	position: index + 1,
	name_it: it,
	code: code ?? null,
	facts: facts ?? null
});

const indicatorRow = (indicator: (typeof published.indicators)[number], index: number): IndicatorsTable => ({
	code: indicator.code,
	position: index + 1,
	fund: indicator.fund,
	axis: indicator.axis,
	name_it: indicator.it,
	name_en: indicator.en,
	unit: indicator.unit,
	target_2018: indicator.target2018,
	target_2023: indicator.target2023
});

function linesOf({ id, services, works }: PublishedOperation): OperationLinesTable[] {
	return [
		...(services ? [line(id, 'services', services)] : []),
		...(services?.grants ? [line(id, 'grants', services.grants)] : []),
		...(works ? [line(id, 'works', works)] : [])
	];
}

function line(operation: string, kind: OperationLinesTable['kind'], from: PublishedLine): OperationLinesTable {
	return {
		id: `${operation}-${kind}`,
		operation_id: operation,
		kind,
		axis: from.axis ?? null,
		name_it: from.it,
		pon_cents: from.ponEuro ? cents(from.ponEuro) : null,
		total_cents: from.totalEuro ? cents(from.totalEuro) : null,
		paid_cents: from.paidEuro ? cents(from.paidEuro) : null,
		status: from.status ?? null,
		starts_on: from.from ?? null,
		ends_on: from.to ?? null,
		source: from.moneySource ?? PRESENTATION,
		note: from.note ?? null
	};
}

/** `1357265.93` in cents, without passing through a fraction. */
function cents(euro: string): number {
	return Number(euro.replace('.', ''));
}
