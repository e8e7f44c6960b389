import type { ListingAnswers } from '$lib/domain/matching/listing';

type Values = Readonly<Record<string, string | string[]>>;

/** What the fields show: the text as typed when the form came back, else what was saved. */
export function typed(typedValues: Values | undefined, saved: Values = {}) {
	const values = typedValues ?? saved;
	return {
		text: (name: string): string => [values[name] ?? ''].flat()[0] ?? '',
		list: (...names: string[]): string[] => names.flatMap((name) => values[name] ?? [])
	};
}

/** Errors of a form that came back, if it did. */
export type Returned = {
	errors?: Record<string, string>;
	problem?: string;
	values?: Record<string, string | string[]>;
	/** What somebody saved since the form was opened. */
	stale?: { answers: ListingAnswers; version: string };
};
