import { check, checkByCodes, SFINGE, type Check } from '../check';
import type { Project } from '../project';
import type { Row } from '../row';

const sentenceOf = (what: string, programme: string) =>
	`${what} è sul programma ${programme}, in cui il progetto non è attivo (tabella AP04): corregga il programma o lo riattivi.`;

function ofForeignProgramme<Table extends 'FN01' | 'FN05' | 'FN07'>(
	project: Project,
	table: Table,
	whatOf: (row: Row<Table>) => string
) {
	const active = project.programmes();
	const programmeOf = (row: Row<Table>) => (row as unknown as Row<'FN01'>).get('programme');
	return project
		.rows(table)
		.filter((row) => !active.has(programmeOf(row)))
		.map((row) => ({ row: row as unknown as Row, sentence: sentenceOf(whatOf(row), programmeOf(row)) }));
}

const admittedCosts = check('020', SFINGE, (project) =>
	ofForeignProgramme(project, 'FN01', (row) => `Il costo ammesso del livello ${row.get('level')}`)
);

const admittedCommitments = check('021', SFINGE, (project) =>
	ofForeignProgramme(project, 'FN05', (row) => `L'impegno ammesso ${row.get('code')} del ${row.get('date')}`)
);

const admittedPayments = check('022', SFINGE, (project) =>
	ofForeignProgramme(project, 'FN07', (row) => `Il pagamento ammesso ${row.get('code')} del ${row.get('date')}`)
);

const certified = checkByCodes('023', SFINGE, ['TC36'], (project, { codes }) => {
	const active = project.programmes();
	return project.rows('FN09').flatMap((row) => {
		const programme = codes.TC36?.get(row.get('level'));
		if (programme === undefined || active.has(programme)) return [];
		return [{ row, sentence: sentenceOf(`La spesa certificata del ${row.get('date')}`, programme) }];
	});
});

/** Money of a programme that the project is not in: 020 to 023. */
export const programmes: readonly Check[] = [admittedCosts, admittedCommitments, admittedPayments, certified];
