import { checkByCodes, SFINGE, type Check, type Circumstances } from '../check';
import type { Project } from '../project';

/** The nature of the project's operation; undefined when the table of codes lacks it. */
function natureOf(project: Project, { codes }: Circumstances): string | undefined {
	return codes.TC5?.get(project.row.get('operation'));
}

const economicFrame = checkByCodes('018', SFINGE, ['TC5'], (project, circumstances) => {
	const nature = natureOf(project, circumstances);
	if ((nature !== '03' && nature !== '07') || project.rows('FN02').length > 0) return [];
	const sentence = `Manca il quadro economico del progetto ${project.id} (tabella FN02), che la natura ${nature} richiede: lo registri per voce.`;
	return [{ row: project.row, sentence }];
});

const items = checkByCodes('045', SFINGE, ['TC5', 'TC37'], (project, circumstances) => {
	const nature = natureOf(project, circumstances);
	return project.rows('FN02').flatMap((row) => {
		const item = row.get('item');
		const own = circumstances.codes.TC37?.get(item);
		if (nature === undefined || own === undefined || own === nature) return [];
		const sentence = `La voce di spesa ${item} è della natura ${own}, il progetto della natura ${nature}: corregga la voce o il tipo di operazione.`;
		return [{ row, sentence }];
	});
});

const phases = checkByCodes('046', SFINGE, ['TC5'], (project, circumstances) => {
	const nature = natureOf(project, circumstances);
	return project.rows('PR00').flatMap((row) => {
		const phase = row.get('phase');
		if (nature === undefined || natureOfPhase(phase) === nature) return [];
		const sentence = `La fase ${phase} è della natura ${natureOfPhase(phase)}, il progetto della natura ${nature}: corregga la fase o il tipo di operazione.`;
		return [{ row, sentence }];
	});
});

/** The first two characters of a phase. */
export function natureOfPhase(phase: string): string {
	return [...phase].slice(0, 2).join('');
}

/** Checks that depend on the nature of the operation: 018, 045, 046. */
export const nature: readonly Check[] = [economicFrame, items, phases];
