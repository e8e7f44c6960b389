import { checkByCodes, SFINGE, type Check } from '../check';
import { groups } from '../sums';

const REGIONAL = ['CI', 'FF', 'TT', 'MET', 'AE'];
const SOCIAL = [...REGIONAL, 'DTS'];

/** A project of a programme with this fund is classified by each of these kinds. */
function classifiedBy(number: string, fund: string, kinds: readonly string[]): Check {
	return checkByCodes(number, SFINGE, ['TC4'], (project, { codes }) => {
		const classes = groups(project.rows('AP03'), (row) => row.get('programme'));
		return project.rows('AP04').flatMap((row) => {
			const programme = row.get('programme');
			if (!codes.TC4?.get(programme)?.includes(fund)) return [];
			const there = new Set(classes.get(programme)?.map((one) => one.get('kind')));
			const missing = kinds.filter((kind) => !there.has(kind));
			if (missing.length === 0) return [];
			const which = missing.length === 1 ? 'manca la classificazione' : 'mancano le classificazioni';
			const sentence = `Per il programma ${programme} (fondo ${fund}) ${which} ${missing.join(', ')} (tabella AP03): registri quanto manca.`;
			return [{ row, sentence }];
		});
	});
}

/** Classifications by fund: 014 to 017. */
export const classes: readonly Check[] = [
	classifiedBy('014', 'ERDF', REGIONAL),
	classifiedBy('015', 'ESF', SOCIAL),
	classifiedBy('016', 'YEI', SOCIAL),
	classifiedBy('017', 'EAFRD', ['TI'])
];
