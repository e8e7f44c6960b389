import { flatDoubts, type FlatFacts } from '$lib/domain/plausibility/flat-rules';
import { columnName } from '$lib/server/homes/dwellings/columns';
import type { ImportedRow } from './check-row';
import type { CellError, Warning } from './report';

/** What is doubtful in a row: cells that cannot be, and those that a person should look at before the import. */
export function doubtsOfRow(
	{ line, building, dwelling, works }: ImportedRow,
	today: string
): { readonly refused: readonly CellError[]; readonly asked: readonly Warning[] } {
	const facts: Readonly<Record<string, unknown>> = { ...building, ...works, ...dwelling };
	const doubts = flatDoubts(facts as FlatFacts, today).map(({ level, rule, values, fields }) => {
		const value = String(facts[fields[0]!] ?? '');
		return { level, at: { row: line, column: columnName(fields[0]!), value }, doubt: { rule, values } };
	});
	return {
		refused: doubts.flatMap(({ level, at }) =>
			level === 'refuse' ? [{ ...at, problem: 'cell-out-of-range' as const }] : []
		),
		asked: doubts.flatMap(({ level, at, doubt }) =>
			level === 'ask' ? [{ kind: 'doubtful' as const, ...at, doubt }] : []
		)
	};
}
