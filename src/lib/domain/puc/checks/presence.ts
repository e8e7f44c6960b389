import { check, SFINGE, type Check, type Finding } from '../check';
import type { Project } from '../project';
import type { TableName } from '../tables';

/** A missing record: its table, and what to do. A record that is there with a fault is named instead. */
function missing(project: Project, what: string, table: TableName, advice: string, kind = ''): Finding[] {
	const line = project.spoiltLine(table);
	const rest = line === undefined ? advice : `la riga ${line} non è leggibile`;
	return [{ row: project.row, sentence: `${what} del progetto ${project.id} (tabella ${table}${kind}): ${rest}.` }];
}

const isThere = (number: string, table: TableName, what: string, advice: string) =>
	check(number, SFINGE, (project) => (project.rows(table).length > 0 ? [] : missing(project, what, table, advice)));

const expectedResult = check('001', SFINGE, (project) => {
	if (project.rows('AP03').some((row) => row.get('kind') === 'RA')) return [];
	return missing(project, 'Manca il risultato atteso', 'AP03', 'lo registri', ', tipo RA');
});

const subjects = check('004', SFINGE, (project) => {
	const roles = new Set(project.rows('SC00').map((row) => row.get('role')));
	if (roles.has('1') && roles.has('2')) return [];
	const what = roles.has('2')
		? 'Manca il programmatore'
		: roles.has('1')
			? 'Manca il beneficiario'
			: 'Mancano il programmatore e il beneficiario';
	return missing(project, what, 'SC00', 'registri il soggetto con il suo ruolo', ', ruoli 1 e 2');
});

const commonIndicator = check('008', SFINGE, (project) => {
	if (project.rows('IN01').some((row) => row.get('kind') === 'COM')) return [];
	return missing(project, "Manca l'indicatore di output comune", 'IN01', 'lo registri', ', tipo COM');
});

const procedures = check('013', SFINGE, (project, { procedures }) => {
	const rows = project.rows('AP01');
	if (rows.length === 0) return missing(project, 'Manca la procedura di attivazione', 'AP01', 'la registri');
	return rows
		.filter((row) => !procedures.has(row.get('procedure')))
		.map((row) => ({
			row,
			sentence: `La procedura ${row.get('procedure')} non è nel file o è annullata (tabella PA00): la registri o corregga il codice.`
		}));
});

/** Checks of the records that every project has: 001 to 011 and 013. */
export const presence: readonly Check[] = [
	expectedResult,
	isThere('002', 'AP05', 'Manca lo strumento attuativo', 'lo registri'),
	isThere('003', 'AP06', 'Manca la localizzazione', 'la registri'),
	subjects,
	isThere('005', 'FN00', 'Manca il finanziamento', 'lo registri per fonte'),
	isThere('006', 'FN01', 'Manca il costo ammesso', 'lo registri per programma e livello'),
	isThere('007', 'IN00', "Manca l'indicatore di risultato", 'lo registri'),
	commonIndicator,
	isThere('009', 'PR00', 'Manca la fase del cronoprogramma', 'la registri con le sue date'),
	isThere('010', 'PR01', 'Manca lo stato di attuazione', 'lo registri con la sua data'),
	isThere('011', 'FN03', 'Manca il piano dei costi', 'lo registri per anno'),
	procedures
];
