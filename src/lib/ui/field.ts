import type { HTMLInputAttributes } from 'svelte/elements';

type AutoFill = HTMLInputAttributes['autocomplete'];

/** The props of every form field. `value` is the text as typed, so that a returned form loses nothing. */
export type FieldProps = {
	name: string;
	label: string;
	hint?: string;
	value?: string | null;
	error?: string;
	required?: boolean;
	autocomplete?: AutoFill;
	/** The language of the value, when it is not the page's. */
	lang?: string;
};

export type Option = { value: string; label: string; hint?: string };

/** Ids of a field's hint and error, for `aria-describedby`; undefined when it has neither. */
export function describedBy(field: { name: string; hint?: string; error?: string }): string | undefined {
	const ids = [field.hint ? `hint-${field.name}` : '', field.error ? `error-${field.name}` : ''];
	return ids.filter(Boolean).join(' ') || undefined;
}
