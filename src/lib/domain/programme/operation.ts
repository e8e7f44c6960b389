/** Money in cents. Null is an amount that was not published, never zero. */
export type OperationLine = {
	readonly id: string;
	readonly kind: 'services' | 'works' | 'grants';
	readonly axis: number | null;
	readonly name: string;
	readonly ponCents: number | null;
	readonly totalCents: number | null;
	/** Total minus the programme's share; null unless both were published. */
	readonly otherCents: number | null;
	readonly paidCents: number | null;
	readonly completed: boolean;
	readonly startsOn: string | null;
	readonly endsOn: string | null;
	readonly source: string | null;
	readonly note: string | null;
};

export type Operation = {
	readonly id: string;
	readonly name: string;
	readonly code: string | null;
	readonly facts: string | null;
	readonly lines: readonly OperationLine[];
	/** Dwellings of the operation in the register, without withdrawn ones. */
	readonly dwellings: number;
	readonly restored: number;
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
	readonly value: number | null;
};

/**
 * The funded programme as its sources name it. Money in cents, and the day by which expenditure must end to be
 * eligible.
 */
export type AboutProgramme = {
	readonly name: string;
	readonly cci: string;
	readonly eligibleUntil: string;
	readonly resourcesCents: number;
	readonly resourcesSource: string;
};
