/** Members of every object: no form of ours has such a field, and an object made of the fields would be spoilt by it. */
const OF_EVERY_OBJECT = new Set(['__proto__', 'constructor', 'prototype']);

/** The fields of a posted form in one pass, each with its values in order: a name is asked for once, however many there are. */
export function fieldsOf(form: FormData): Map<string, FormDataEntryValue[]> {
	const fields = new Map<string, FormDataEntryValue[]>();
	for (const [name, value] of form) {
		if (OF_EVERY_OBJECT.has(name)) continue;
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}
	return fields;
}
