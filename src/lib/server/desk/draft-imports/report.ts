import { stringify } from 'csv-stringify/sync';
import { m } from '$lib/paraglide/messages';
import { withoutFormula } from '$lib/server/homes/dwellings/csv-answer';
import { fileSentence } from '$lib/server/homes/imports/problems';
import { draftColumns } from './columns';
import { ERROR_COLUMN, type DraftFileProblem } from './read-file';
import type { ReadyRow, WrongRow } from './service';

/** Wrong cells that a page shows; the file of the rows to mend has all of them. */
const SHOWN = 200;

export const draftFileSentence = ({ problem, about }: DraftFileProblem): string =>
	problem === 'too-many-rows' ? m.drafts_too_many_rows({ most: about }) : ownSentence({ problem, about });

const ownSentence = (one: Exclude<DraftFileProblem, { problem: 'too-many-rows' }>): string =>
	one.problem === 'file-no-rows' ? m.drafts_no_rows() : fileSentence(one);

/** The rows of a file as a page shows them. */
export function reportOf({
	ready,
	wrong
}: {
	readonly ready: readonly ReadyRow[];
	readonly wrong: readonly WrongRow[];
}) {
	const errors = wrong.flatMap(({ row, errors: of }) => of.map((error) => ({ row: row.line, ...error })));
	return {
		ready: ready.map(({ row, household: { mandate }, notice }) => ({
			...{ row: row.line, name: mandate.accountName ?? '', mandateId: mandate.id, notice: notice.code }
		})),
		wrong: errors.slice(0, SHOWN),
		wrongRows: wrong.length,
		more: Math.max(0, errors.length - SHOWN)
	};
}

const names = draftColumns.map(({ name }) => name);

/** The wrong rows as a file to mend and to give again, with what is wrong in the last column. */
export const wrongFile = (wrong: readonly WrongRow[]): string =>
	stringify(
		wrong.map(({ row, errors }) => [...names.map((name) => row.cells.get(name) ?? ''), explained(errors)]),
		{
			...{ header: true, columns: [...names, ERROR_COLUMN], bom: true, delimiter: ';', record_delimiter: 'windows' },
			cast: { string: (text, { header }) => (header ? text : withoutFormula(text)) }
		}
	);

const explained = (errors: WrongRow['errors']) =>
	errors.map(({ column, sentence }) => (column ? `${column}: ${sentence}` : sentence)).join(' | ');
