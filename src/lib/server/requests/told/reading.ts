import { cleanText } from '$lib/server/platform/forms/clean-text';
import type { Told } from '$lib/domain/household/told';
import type { Question } from '$lib/domain/ruleset/questions';

/**
 * How a part is read. `needed`: a request wants every answer, the check lets blanks be. `asked`: what the rules ask beside
 * what everybody is asked. `members`: the people already told, for what is asked of each.
 */
export type Reading = {
	readonly needed: boolean;
	readonly asked: readonly Question[];
	readonly members: readonly { readonly id: string }[];
};

/** The values read from some fields; a blank is absent. `errors` by field, each a whole sentence. */
export type Read = { readonly told: Told; readonly errors: Readonly<Record<string, string>> };

/** The texts of a field, cleaned; none where the browser sent none. */
export const textsOf = (form: FormData, field: string): string[] =>
	form.getAll(field).map((text) => cleanText(String(text)));

/** The text of a field that has one; empty where it was not sent. */
export const textOf = (form: FormData, field: string): string => textsOf(form, field).at(-1) ?? '';
