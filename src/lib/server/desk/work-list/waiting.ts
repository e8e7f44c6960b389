import type { Instant } from '$lib/domain/calendar/instant';
import type { WorkKind } from './kinds';

/** The side that is waited for while the office watches the term. */
export type Party = 'household' | 'landlord' | 'household-and-landlord';

/** One thing that waits for the staff. */
export type Waiting = {
	readonly kind: WorkKind;
	/** Its deadline; for a viewing, its hour. */
	readonly due: Instant;
	/** Its subject: a notice, an address, the code of a request. */
	readonly about: { readonly it: string; readonly en: string };
	/** Parameters of the page where it is done, and of its search. */
	readonly params: Readonly<Record<string, string>>;
	readonly search?: Readonly<Record<string, string>>;
	/** The number of things that it stands for, where one page shows them all; else one. */
	readonly count?: number;
	readonly waitsFor?: Party;
	/** The accounts that began it. */
	readonly begunBy?: readonly string[];
};

/** A text that is the same in both languages. */
export const inBoth = (text: string) => ({ it: text, en: text });

/** The address of a home; its code where the register has no street. */
export const placeName = ({
	street,
	streetNumber,
	code
}: {
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly code: string;
}) => inBoth([street, streetNumber].filter(Boolean).join(' ') || code);

/** Rows by a key, in the order in which each key came first. */
export function byKey<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, Row[]> {
	const found = new Map<Key, Row[]>();
	for (const row of rows) {
		const those = found.get(keyOf(row));
		if (those) those.push(row);
		else found.set(keyOf(row), [row]);
	}
	return found;
}
