import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { fieldSentence } from './cell-problems';
import type { Column, Known } from './column';
import { columns } from './columns';
import type { NewBuilding, NewDwelling } from './register';
import { writeCell } from './write-cell';

/** The columns of the file that a form asks for, in their order: a form and a file are read by the same rules. */
export const formColumns = {
	building: columns.filter((column) => column.about === 'building'),
	dwelling: columns.filter((column) => column.about === 'dwelling' || column.field === 'buildingCode')
};

/** Reads one field as the cell of its column; empty is unknown. */
export function field(column: Column, known: Known) {
	const read = column.reader(known);
	return z
		.string({ error: () => m.register_error_choose() })
		.default('')
		.transform((value, context) => {
			const cell =
				value === ''
					? column.required
						? ({ ok: false, problem: 'cell-empty' } as const)
						: null
					: read(value, getLocale());
			if (cell?.ok) return cell.value;
			if (cell) context.addIssue({ code: 'custom', message: fieldSentence(cell, value) });
			return null;
		});
}

type About = keyof typeof formColumns;

const fieldsOf = (list: readonly Column[], known: Known) =>
	Object.fromEntries(list.map((column) => [column.field, field(column, known)]));
const shape = (about: About, known: Known) => z.object({ id: z.uuid(), ...fieldsOf(formColumns[about], known) });

/** The same without the code, which never changes because files and people know the dwelling by it. */
const editColumns = {
	building: formColumns.building.filter(({ field }) => field !== 'buildingCode'),
	dwelling: formColumns.dwelling.filter(({ field }) => field !== 'code')
};

const editShape = (about: About, known: Known) => z.object(fieldsOf(editColumns[about], known));

export const buildingEditForm = (known: Known) =>
	editShape('building', known).transform((fields) => fields as unknown as Omit<NewBuilding, 'id' | 'code' | 'route'>);

export const dwellingEditForm = (known: Known) =>
	editShape('dwelling', known).transform(
		(fields) => fields as unknown as Omit<NewDwelling, 'id' | 'code'> & { readonly buildingCode: string }
	);

/** Facts of the register as the fields of the form are typed. */
export function typedFacts(about: About, facts: object): Record<string, string> {
	const known = facts as Record<string, unknown>;
	return Object.fromEntries(editColumns[about].map(({ field }) => [field, typed(field, known[field])]));
}

/** Facts of the register, and the same facts with what a form gives, both as the fields are typed. */
export const editVersions = (about: About, facts: object, given: object) => ({
	saved: typedFacts(about, facts),
	yours: typedFacts(about, { ...facts, ...given })
});

function typed(field: string, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'sì' : 'no';
	const text = String(writeCell(field, value) ?? '');
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && field.endsWith('On') ? text.split('-').reverse().join('/') : text;
}

/** A building as its form gives it. The fields of the columns are those of the register: a test says so. */
export const buildingForm = (known: Known) =>
	shape('building', known).transform((fields) => {
		const { buildingCode: code, ...rest } = fields as Record<string, unknown>;
		return { ...rest, code } as Omit<NewBuilding, 'route'>;
	});

/** A dwelling as its form gives it, with the code of the building it is in. */
export const dwellingForm = (known: Known) =>
	shape('dwelling', known).transform((fields) => fields as unknown as NewDwelling & { readonly buildingCode: string });

/** The data with which a page shows the form; `editing`: the form changes a record of the register. */
export function formFields(about: About, known: Known, editing = false) {
	const choices: Record<string, readonly { id: string; name: string }[]> = {
		ownerId: known.owners,
		operationId: known.operations
	};
	return (editing ? editColumns : formColumns)[about].map(({ field, required, example, reader }) => ({
		field,
		required: required ?? false,
		yesNo: reader(known)('sì', 'it').ok && !reader(known)('D', 'it').ok,
		choices: choices[field]?.map(({ id, name }) => ({ value: id, label: name })),
		long: /^(street|municipality|district)$/.test(field),
		example: field.endsWith('Mm') || field.endsWith('Dm2') || field.endsWith('Cents') ? example[0] : ''
	}));
}
