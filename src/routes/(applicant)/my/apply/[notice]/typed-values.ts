import type { Typed } from '$lib/ui/household/typed';

/** The texts of a refused form, one a field. If a field came several times, the last text. */
export function asText(values: object | undefined): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values ?? {}).map(([name, value]) => [name, String([value].flat().at(-1) ?? '')])
	);
}

/** All texts of a field that can hold several. */
export function asList(values: object | undefined, name: string): string[] | undefined {
	if (!values) return undefined;
	const value: unknown = Object.entries(values).find(([field]) => field === name)?.[1];
	return value === undefined ? [] : [value].flat().map(String);
}

/** Integer hundredths as people type them: `58,5`; empty for null. */
export function hundredthsAsTyped(value: number | null | undefined): string {
	return value === null || value === undefined ? '' : (value / 100).toFixed(2).replace('.', ',').replace(/,00$/, '');
}

/** A saved answer as values of its fields. */
export type Saved = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** The values of a step: as typed if the form was refused, else as saved. */
export function typedOf(form: { values?: object; errors?: Record<string, string> } | null, saved: Saved): Typed {
	const texts = form?.values && asText(form.values);
	return {
		text: (name) => texts?.[name] ?? [saved[name]].flat().at(-1) ?? undefined,
		list: (name) => asList(form?.values, name) ?? [saved[name] ?? []].flat(),
		errors: form?.errors ?? {}
	};
}
