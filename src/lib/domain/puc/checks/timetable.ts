import { compareBytes } from '../../allocation/byte-order';
import { check, SFINGE, SFINGE_MESSAGE, type Check } from '../check';
import type { Row } from '../row';
import { natureOfPhase } from './nature';

/** The phases whose end ends the execution, one for each nature. */
const EXECUTION = new Set(['0102', '0202', '0306', '0602', '0702', '0802']);

const hasEnded = (row: Row<'PR00'>) => row.get('actualEnd') !== '';

// The anchor's code reads the planned end.
const achieved = check('040', SFINGE_MESSAGE, (project) => {
	const ended = project.rows('PR00').find((row) => EXECUTION.has(row.get('phase')) && hasEnded(row));
	if (!ended) return [];
	const when = `La fase ${ended.get('phase')} è finita il ${ended.get('actualEnd')}`;
	return project
		.rows('IN01')
		.filter((row) => row.get('achieved') === '')
		.map((row) => ({
			row,
			sentence: `${when} e l'indicatore ${row.get('indicator')} non ha il valore realizzato: lo registri (0,00 se nullo).`
		}));
});

// The anchor's code asks for both dates to be missing in one place and either in another.
const earlierPhases = check('041', SFINGE_MESSAGE, (project) => {
	const phases = project.rows('PR00');
	const open = phases.filter((row) => row.get('actualStart') === '' || !hasEnded(row));
	return phases.filter(hasEnded).flatMap((row) => {
		const phase = row.get('phase');
		const earlier = open.find(
			(one) => natureOfPhase(one.get('phase')) === natureOfPhase(phase) && compareBytes(one.get('phase'), phase) < 0
		);
		if (!earlier) return [];
		const sentence = `La fase ${phase} è finita il ${row.get('actualEnd')}, ma alla fase precedente ${earlier.get('phase')} manca ${missingOf(earlier)}: registri le date.`;
		return [{ row, sentence }];
	});
});

function missingOf(row: Row<'PR00'>): string {
	const missing = [row.get('actualStart') === '' ? "l'inizio effettivo" : '', hasEnded(row) ? '' : 'la fine effettiva'];
	return missing.filter(Boolean).join(' e ');
}

const ownStart = check('042', SFINGE, (project) =>
	project
		.rows('PR00')
		.filter((row) => hasEnded(row) && row.get('actualStart') === '')
		.map((row) => ({
			row,
			sentence: `La fase ${row.get('phase')} è finita il ${row.get('actualEnd')} senza un inizio effettivo: lo registri.`
		}))
);

/** Phases in their order: 040 to 042. */
export const timetable: readonly Check[] = [achieved, earlierPhases, ownStart];
