import type { Answers } from '$lib/domain/application/answers';
import { answersOfTold, toldOf } from '$lib/domain/application/answers-of-told';
import type { Day } from '$lib/domain/calendar/instant';
import { fieldOf, HAPPENED } from '$lib/domain/household/fact-fields';
import type { Told } from '$lib/domain/household/told';
import { fieldOfDoubt, householdDoubts } from '$lib/domain/plausibility/household-doubts';
import { questionsOf } from '$lib/domain/ruleset/questions';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { readPart } from '$lib/server/requests/told/read-part';
import { householdDoubtText } from '$lib/words/doubts/household-doubt-text';
import { draftColumns, type DraftColumn, type FilePart } from './columns';
import { cellOf, errorIn, filledOf, typedForm, type CellError, type Cells } from './read-cells';
import { readPeople } from './read-people';

export type RowRead = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; errors: CellError[] };

const parts: readonly FilePart[] = ['residence', 'home', 'income'];

/**
 * The answers that a row tells, read by the rules of the pages of the form. A part without a filled cell is left to the form; a
 * part that is begun has to be whole, and nothing is guessed. Every wrong cell is told, not only the first.
 * @param rules of the notice, which say what a request asks
 */
export function readRow(cells: Cells, rules: RuleSet, today: Day): RowRead {
	const people = readPeople(cells, today);
	const errors = [...people.errors];
	let told: Told = {};
	for (const part of parts) {
		const read = readFilePart(cells, part, rules, today);
		errors.push(...read.errors);
		told = { ...told, ...read.told };
	}
	if (errors.length > 0) return { ok: false, errors };
	const answers = { ...people.answers, ...answersOfTold(told, rules) };
	errors.push(...impossible(cells, answers, today));
	return errors.length > 0 ? { ok: false, errors } : { ok: true, answers };
}

type PartRead = { readonly told: Told; readonly errors: readonly CellError[] };

function readFilePart(cells: Cells, part: FilePart, rules: RuleSet, today: Day): PartRead {
	const filled = filledOf(cells, part);
	if (filled.length === 0) return { told: {}, errors: [] };
	const { form, errors } = typedForm(cells, filled, today);
	const blank = draftColumns.filter((one) => one.field === HAPPENED && one.about === part && cellOf(cells, one) === '');
	errors.push(...blank.map((column) => errorIn(cells, column, m.drafts_cell_yes_no())));
	if (errors.length > 0) return { told: {}, errors };
	const read = readPart(part, form, { needed: true, asked: questionsOf([rules]), members: [] });
	if (read.ok) return { told: read.told, errors };
	return {
		told: {},
		errors: Object.entries(read.errors).map(([field, sentence]) => wrongField(cells, field, sentence))
	};
}

/** The facts that cannot be true. The form itself asks about rare ones before the request is sent. */
function impossible(cells: Cells, answers: Answers, today: Day): CellError[] {
	const doubts = householdDoubts(toldOf(answers), today).filter(({ level }) => level === 'refuse');
	return doubts.map((doubt) => wrongField(cells, fieldOfDoubt(doubt), householdDoubtText(doubt)));
}

function wrongField(cells: Cells, field: string, sentence: string): CellError {
	const column = draftColumns.find((one) => one.field === field || (one.fact && fieldOf(one.fact) === field));
	return column ? errorIn(cells, column as DraftColumn, sentence) : { column: '', value: '', sentence };
}
