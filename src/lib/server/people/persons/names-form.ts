import { z } from 'zod';
import type { PersonNames } from '$lib/domain/person/person';
import { line } from './contact-form';
import { plainTaxCode } from './tax-code';

const fields = ['givenName', 'familyName', 'taxCode'] as const;

/** The fields of one member: `givenName-m2`. */
export const nameField = (field: (typeof fields)[number], member: string) => `${field}-${member}`;

/** The names of the members of a household, all in one form. Nothing is needed: an office asks for what is missing. */
export function namesForm(members: readonly string[]) {
	const shape = Object.fromEntries(
		members.flatMap((member) => [
			[nameField('givenName', member), line(80)],
			[nameField('familyName', member), line(80)],
			[nameField('taxCode', member), line(40).transform(plainTaxCode)]
		])
	);
	return z.object(shape).transform((given: Readonly<Record<string, unknown>>) =>
		Object.fromEntries(
			members.map((member) => {
				const text = (field: (typeof fields)[number]) => String(given[nameField(field, member)] ?? '');
				const names: PersonNames = {
					givenName: text('givenName'),
					familyName: text('familyName'),
					taxCode: text('taxCode')
				};
				return [member, names];
			})
		)
	);
}

/** The saved names, as the form shows them. */
export function namesValues(names: Readonly<Record<string, PersonNames>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(names).flatMap(([member, told]) => fields.map((field) => [nameField(field, member), told[field]]))
	);
}
