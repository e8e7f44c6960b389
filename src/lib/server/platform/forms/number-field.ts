import { z } from 'zod';
import type { NumberKind } from '$lib/domain/numbers/number-kinds';
import { readNumber, writeNumber } from '$lib/domain/numbers/read-number';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

export type TypedNumber =
	| { readonly ok: true; readonly value: number }
	| { readonly ok: false; readonly error: string };

/**
 * A number as typed on a page in the reader's language; every form reads numbers through this. One that each language
 * reads differently is asked about, with both readings.
 * @param sentence what is wrong with any other text
 */
export function typedNumber(text: string, kind: NumberKind, sentence: () => string): TypedNumber {
	const read = readNumber(text, kind, getLocale());
	if (read.kind === 'number') return { ok: true, value: read.value };
	return { ok: false, error: read.kind === 'two-meanings' ? twoMeanings(text, kind, read.values) : sentence() };
}

/** The question about a number with two meanings: the page's language reads the first. */
export function twoMeanings(typed: string, kind: NumberKind, values: readonly [number, number]): string {
	const [first, second] = values.map((value) => writeNumber(value, kind, getLocale())) as [string, string];
	return m.number_two_meanings({ typed, first, second });
}

/** A number that is needed. */
export const numberField = (kind: NumberKind, sentence: () => string) =>
	z.string({ error: sentence }).transform((text, context) => {
		const read = typedNumber(text, kind, sentence);
		if (read.ok) return read.value;
		context.addIssue({ code: 'custom', message: read.error });
		return z.NEVER;
	});

/** A number, or null for an empty field. */
export const optionalNumber = (kind: NumberKind, sentence: () => string) =>
	z.string({ error: sentence }).transform((text, context) => {
		const read = text === '' ? null : typedNumber(text, kind, sentence);
		if (read === null || read.ok) return read && read.value;
		context.addIssue({ code: 'custom', message: read.error });
		return z.NEVER;
	});

/** A value of `kind` as one types it in the language of the page. */
export const typedAs = (kind: Pick<NumberKind, 'decimals'>, value: number): string =>
	writeNumber(value, kind, getLocale());
