import { m } from '$lib/paraglide/messages';
import { factLabel } from '$lib/words/fact-words';
import { listed } from './cell-words';
import { draftColumns, mandateColumn, MOST_PEOPLE, noticeColumn, taxCodeColumn, type DraftColumn } from './columns';

/** The columns for the page: each with its content, its words and an example. The columns of the second person stand for those of the others. */
export const explainedColumns = () =>
	draftColumns.filter(isShown).map((column) => ({
		...{ name: column.name, required: column.required === true, example: column.example.find(Boolean) ?? '' },
		what: whatOf(column),
		words: column.kind === 'words' ? listed(column.words) : null
	}));

const isShown = ({ field }: DraftColumn): boolean => !/-[3-9]$/.test(field);

function whatOf(column: DraftColumn): string {
	if (column.fact) return factLabel(column.fact);
	if (column === mandateColumn) return m.drafts_column_mandate();
	if (column === taxCodeColumn) return m.drafts_column_tax_code();
	if (column === noticeColumn) return m.drafts_column_notice();
	const [field, row] = column.field.split('-') as [string, string];
	if (row === '1') return m.drafts_column_birth();
	return field === 'relation'
		? m.drafts_column_relation_of({ most: MOST_PEOPLE })
		: m.drafts_column_birth_of({ most: MOST_PEOPLE });
}
