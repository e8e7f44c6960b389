import type { Answers } from '$lib/domain/application/answers';
import { addPerson } from '$lib/domain/application/people';
import type { Day } from '$lib/domain/calendar/instant';
import type { Relation } from '$lib/domain/household/choices';
import { m } from '$lib/paraglide/messages';
import { birthDay } from '$lib/server/platform/forms/fields';
import { draftColumns } from './columns';
import { errorIn, filledOf, typedForm, type CellError, type Cells } from './read-cells';

const columnOf = new Map(draftColumns.map((column) => [column.field, column]));

/** The people of a row: the applicant, then whoever has a relation and a birth date. */
export function readPeople(cells: Cells, today: Day): { answers: Answers; errors: CellError[] } {
	const filled = filledOf(cells, 'people');
	const { form, errors } = typedForm(cells, filled, today);
	const unread = new Set(errors.map(({ column }) => column));
	const wrong = (field: string, sentence: string) => errors.push(errorIn(cells, columnOf.get(field)!, sentence));
	const rows = new Set(filled.map(({ field }) => Number(field.split('-')[1])));
	let answers: Answers = {};
	for (const row of [...rows.add(1)].toSorted((one, other) => one - other)) {
		const [born, related] = [`birthDate-${row}`, `relation-${row}`];
		if ([born, related].some((field) => unread.has(columnOf.get(field)?.name ?? ''))) continue;
		const relation = row === 1 ? 'applicant' : (form.get(related) as Relation | null);
		if (relation === null) wrong(related, m.drafts_cell_relation());
		const birthDate = birthDay.safeParse(form.get(born) ?? '');
		if (!birthDate.success) wrong(born, birthDate.error.issues[0]!.message);
		else if (relation) answers = addPerson(answers, { relation, birthDate: birthDate.data });
	}
	return { answers, errors };
}
