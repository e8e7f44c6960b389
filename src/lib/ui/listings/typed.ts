import type { Returned as ReturnedForm } from '../two-versions';

type Values = Readonly<Record<string, string | string[]>>;

/** The contents of the fields: as typed if the form returned, else as saved. */
export function typed(typedValues: Values | undefined, saved: Values = {}) {
	const values = typedValues ?? saved;
	return {
		text: (name: string): string => [values[name] ?? ''].flat()[0] ?? '',
		list: (...names: string[]): string[] => names.flatMap((name) => values[name] ?? [])
	};
}

/** A form that returned with errors. */
export type Returned = ReturnedForm & {
	errors?: Record<string, string>;
	problem?: string;
	values?: Record<string, string | string[]>;
};
