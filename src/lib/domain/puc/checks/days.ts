import { check, SFINGE, type Check, type FileCheck, type Finding } from '../check';
import { dateOfDay, dayOfDate } from '../dates';
import type { Row } from '../row';
import type { Day } from '../../calendar/instant';
import type { FieldName, TableName } from '../tables';

/** Records with a date after the day of validation. */
function afterDay<Table extends TableName>(
	rows: readonly Row<Table>[],
	field: FieldName<Table>,
	on: Day,
	what: string
): Finding[] {
	return rows
		.filter((row) => dayOfDate(row.get(field)) > on)
		.map((row) => ({
			row: row as unknown as Row,
			sentence: `${what} ha la data ${row.get(field)}, dopo il giorno del controllo (${dateOfDay(on)}): corregga la data.`
		}));
}

const inProject = <Table extends TableName>(number: string, table: Table, field: FieldName<Table>, what: string) =>
	check(number, SFINGE, (project, { on }) => afterDay(project.rows(table), field, on, what));

/** Dates in the future: 032 to 036. */
export const days: readonly Check[] = [
	inProject('032', 'FN04', 'date', "L'impegno"),
	inProject('033', 'FN06', 'date', 'Il pagamento'),
	inProject('034', 'FN05', 'admittedDate', "L'ammissione dell'impegno"),
	inProject('035', 'FN07', 'admittedDate', "L'ammissione del pagamento"),
	inProject('036', 'PR01', 'date', 'Lo stato di attuazione')
];

/** Transfers belong to no project. */
export const transferDays: FileCheck = {
	number: '031',
	rule: SFINGE,
	find: (file, on) =>
		afterDay(
			file.rows('TR00').filter((row) => row.isLive),
			'date',
			on,
			'Il trasferimento'
		)
};
