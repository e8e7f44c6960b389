import { z } from 'zod';
import { columns, type Column, type Known } from '$lib/server/imports/columns';
import { cellSentence } from '$lib/server/imports/problems';
import type { NewBuilding, NewDwelling } from './register';

/** The columns of the file that a form asks for, in their order: a form and a file are read by the same rules. */
export const formColumns = {
	building: columns.filter((column) => column.about === 'building'),
	dwelling: columns.filter((column) => column.about === 'dwelling' || column.field === 'buildingCode')
};

/** Reads one field as the cell of its column; empty is unknown. */
function field(column: Column, known: Known) {
	const read = column.reader(known);
	return z
		.string()
		.default('')
		.transform((value, context) => {
			const cell =
				value === '' ? (column.required ? ({ ok: false, problem: 'cell-empty' } as const) : null) : read(value);
			if (cell?.ok) return cell.value;
			if (cell) context.addIssue({ code: 'custom', message: cellSentence({ problem: cell.problem, value }) });
			return null;
		});
}

const shape = (about: 'building' | 'dwelling', known: Known) =>
	z.object({
		id: z.uuid(),
		...Object.fromEntries(formColumns[about].map((column) => [column.field, field(column, known)]))
	});

/** A building as its form gives it. The fields of the columns are those of the register: a test says so. */
export const buildingForm = (known: Known) =>
	shape('building', known).transform((fields) => {
		const { buildingCode: code, ...rest } = fields as Record<string, unknown>;
		return { ...rest, code } as NewBuilding;
	});

/** A dwelling as its form gives it, with the code of the building it is in. */
export const dwellingForm = (known: Known) =>
	shape('dwelling', known).transform((fields) => fields as unknown as NewDwelling & { readonly buildingCode: string });

/** What a page needs to show the form. */
export function formFields(about: 'building' | 'dwelling', known: Known) {
	const choices: Record<string, readonly { id: string; name: string }[]> = {
		ownerId: known.owners,
		operationId: known.operations
	};
	return formColumns[about].map(({ field, required, example, reader }) => ({
		field,
		required: required ?? false,
		yesNo: reader(known)('sì').ok && !reader(known)('D').ok,
		choices: choices[field]?.map(({ id, name }) => ({ value: id, label: name })),
		long: /^(street|municipality|district)$/.test(field),
		example: field.endsWith('Mm') || field.endsWith('Dm2') || field.endsWith('Cents') ? example[0] : ''
	}));
}
