import { fieldsOf } from './fields-of';

/** The posted values, to fill the form again when the act itself was refused; files are left out. */
export function postedValues(form: FormData): Record<string, string | string[]> {
	return Object.fromEntries(
		[...fieldsOf(form)].map(([name, values]) => {
			const texts = values.filter((value) => typeof value === 'string');
			return [name, texts.length === 1 ? texts[0]! : texts];
		})
	);
}
