/** Texts given back to a form that was refused are cut at this length. */
const LONGEST = 10_000;

/** What was typed in a form, to fill it again; without the portal's own fields. A field sent several times is a list. */
export function typedIn(form: FormData): Record<string, string | string[]> {
	const names = [...new Set(form.keys())].filter((name) => !name.startsWith('_'));
	return Object.fromEntries(
		names.map((name) => {
			const given = form.getAll(name).map((one) => String(one).slice(0, LONGEST));
			return [name, given.length === 1 ? given[0]! : given];
		})
	);
}
