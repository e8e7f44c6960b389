/** What was posted, to fill the form again when the act itself was refused; files are left out. */
export function postedValues(form: FormData): Record<string, string | string[]> {
	const names = [...new Set(form.keys())].filter((name) => name !== '__proto__');
	return Object.fromEntries(
		names.map((name) => {
			const texts = form.getAll(name).filter((value) => typeof value === 'string');
			return [name, texts.length === 1 ? texts[0]! : texts];
		})
	);
}
