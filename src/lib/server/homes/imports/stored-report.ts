import { z } from 'zod';
import { stored } from '$lib/server/platform/db/stored';
import type { CellError, ErrorGroup, ImportReport } from './report';

const count = z.int().min(0);

/** Fields that a report of an earlier version lacks. */
const newer = {
	found: 'utf-8',
	language: 'it',
	titlesAt: 1,
	warnings: [],
	warningCount: 0,
	letters: { odd: 0, sample: [] }
} as const satisfies Partial<ImportReport>;

const report = stored<
	Partial<ImportReport> & Omit<ImportReport, keyof typeof newer | 'errors'> & { readonly errors: readonly CellError[] }
>(
	'the report of an import',
	z.looseObject({
		encoding: z.string(),
		delimiter: z.string(),
		rows: count,
		problems: z.array(z.looseObject({ problem: z.string(), about: z.string() })),
		errors: z.array(z.looseObject({ row: count, column: z.string(), value: z.string(), problem: z.string() })),
		errorCount: count,
		counts: z.looseObject({
			newBuildings: count,
			changedBuildings: count,
			newDwellings: count,
			changedDwellings: count,
			unchangedDwellings: count
		})
	})
);

/** The report on a file, stored for a day. */
export function storedReport(text: string): ImportReport {
	const { errors, ...read } = report(text);
	const grouped = errors.map((error) => ({ ...error, ...('count' in error ? {} : alone(error)) }));
	return { ...newer, ...read, errors: grouped as readonly ErrorGroup[] };
}

const alone = ({ row, value }: CellError) => ({ count: 1, rows: [row], values: [value] });
