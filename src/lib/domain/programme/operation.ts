import type { InBoth, Observation, Source, Statement } from './observation';

/** A line of an operation: its services (axis 3), works (axis 4) or grants, with what sources say of it. */
export type OperationLine = {
	readonly id: string;
	readonly kind: 'services' | 'works' | 'grants';
	readonly axis: number | null;
	readonly name: string;
	readonly subtitle: string | null;
	readonly code: string | null;
	readonly codeNote: InBoth | null;
	readonly cup: string | null;
	readonly status: string | null;
	readonly statusNote: InBoth | null;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly observations: readonly Observation[];
};

export type Operation = {
	readonly id: string;
	readonly name: string;
	readonly lines: readonly OperationLine[];
	/** Figures of the operation as a whole, or of a line beside it. */
	readonly totals: readonly Observation[];
	/** Dwellings of the operation in the register, without withdrawn ones, by whether they are invented. */
	readonly dwellings: { readonly real: number; readonly demo: number };
};

/** A place that a source names, with the figures it gives there. */
export type OperationPlace = Statement & { readonly observations: readonly Observation[] };

/** Everything that the sources say of one operation. */
export type OperationFile = Operation & {
	readonly places: readonly OperationPlace[];
	/** Events, partners, facts, and what was not found. */
	readonly statements: readonly Statement[];
	/** The documents that any of these cite. */
	readonly sources: readonly Source[];
};

export type Indicator = {
	readonly code: string;
	readonly fund: string;
	readonly axis: number;
	readonly name: { readonly it: string; readonly en: string };
	readonly unit: string;
	readonly target2018: number | null;
	readonly target2023: number | null;
	/** Computed from the records; null when the portal has no record of this kind. */
	readonly certified: number | null;
	/** The same of invented records, never added to the certified ones. */
	readonly demo: number | null;
	/** What sources declare; none when nothing was found. */
	readonly declared: readonly Observation[];
	readonly composition: InBoth | null;
};

/** The funded programme as its sources name it, and the day by which expenditure must end to be eligible. */
export type AboutProgramme = {
	readonly name: string;
	readonly cci: string;
	readonly decision: string | null;
	readonly decisionDate: string | null;
	readonly eligibleUntil: string;
	readonly eligibleNote: InBoth | null;
	readonly resources: readonly Observation[];
	/** Figures of all the cities of the national programme. */
	readonly allCities: readonly Observation[];
	/** Facts, sources of money, and what was not found. */
	readonly statements: readonly Statement[];
};
