import type { ReadCell } from './cells';

/** The known values against which the cells of a file are checked. */
export type Known = {
	readonly owners: readonly { id: string; name: string }[];
	readonly operations: readonly { id: string; name: string; codes: readonly string[] }[];
	readonly today: string;
};

export type Column = {
	/** Its title in the file. */
	readonly name: string;
	/** The field of the register it fills. */
	readonly field: string;
	readonly about: 'building' | 'dwelling' | 'works';
	/** A row without it is refused, and so is a file. */
	readonly required?: true;
	readonly example: readonly [string, string];
	readonly reader: (known: Known) => ReadCell;
};
