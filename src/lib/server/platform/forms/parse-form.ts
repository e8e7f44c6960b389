import type { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { cleanText } from './clean-text';
import { fieldsOf } from './fields-of';

export type ParsedForm<Data> =
	| { ok: true; data: Data }
	| { ok: false; errors: Record<string, string>; values: Record<string, string | string[]> };

/** Values given back to a failed form are cut at this length, so that a page never carries a megabyte. */
const LONGEST_ECHO = 10_000;

/**
 * Reads a posted form with `schema`. A field posted twice becomes a list; files are passed as they are; text is
 * normalised (NFC), trimmed, and freed of NUL. The sentences of `errors` come from the schema, one a field.
 */
export function parseForm<Schema extends z.ZodType>(schema: Schema, form: FormData): ParsedForm<z.output<Schema>> {
	const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
	for (const [name, given] of fieldsOf(form)) {
		const values = given.map((value) => (typeof value === 'string' ? cleanText(value) : value));
		fields[name] = values.length === 1 ? values[0]! : values;
	}
	// A schema says in its own words what is wrong. A fault that it did not foresee gets a sentence in the reader's
	// language.
	const parsed = schema.safeParse(fields, { error: () => m.form_not_read() });
	if (parsed.success) return { ok: true, data: parsed.data };
	const errors: Record<string, string> = {};
	for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message;
	return { ok: false, errors, values: echo(fields) };
}

/** All posted values, to fill the form again; never a password or a file. */
function echo(fields: Record<string, FormDataEntryValue | FormDataEntryValue[]>): Record<string, string | string[]> {
	const values: Record<string, string | string[]> = {};
	for (const [name, field] of Object.entries(fields)) {
		if (/password|^(token|totp)$/i.test(name)) continue;
		const texts = [field].flat().filter((value) => typeof value === 'string');
		// Fields of the portal's own, such as the values that a form started from, are whole or of no use.
		const told = name.startsWith('_') ? (text: string) => text : cut;
		values[name] = Array.isArray(field) ? texts.map(told) : told(texts[0] ?? '');
	}
	return values;
}

function cut(text: string): string {
	return text.slice(0, LONGEST_ECHO);
}
