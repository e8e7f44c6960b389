import { check, SFINGE, type Check } from '../check';

const ofProgramme = (number: string, table: 'IN00' | 'IN01') =>
	check(number, SFINGE, (project) => {
		if (project.programmes().size > 0) return [];
		return project
			.rows(table)
			.filter((row) => row.get('kind') === 'DPR')
			.map((row) => ({
				row,
				sentence: `L'indicatore ${row.get('indicator')} è del programma, ma il progetto non è attivo in nessun programma (tabella AP04): lo attivi o tolga l'indicatore.`
			}));
	});

/** Indicators of a programme that is not there: 043, 044. */
export const indicators: readonly Check[] = [ofProgramme('043', 'IN00'), ofProgramme('044', 'IN01')];
