import { centsOf, euros } from '../amounts';
import { check, findingIf, SFINGE, SFINGE_MESSAGE, type Check } from '../check';
import type { Project } from '../project';
import { groups, publicFinancing, room, signedTotal, total } from '../sums';
import { exceeds, exceedsNothing } from './comparison';

const ROOM = 'il finanziamento pubblico al netto delle economie';

function exceedsRoom(project: Project, name: string, verb: string, cents: bigint, advice: string): string {
	if (publicFinancing(project) === 0n) return `${name} (${euros(cents)}) ${verb} ${ROOM}.`;
	return exceeds({ name, cents }, verb, { name: ROOM, cents: room(project) }, advice);
}

const admittedCost = check('024', SFINGE, (project) => {
	const rows = project.rows('FN01');
	const cost = total(rows);
	return findingIf(cost > room(project), rows[0], () =>
		exceedsRoom(project, 'Il costo ammesso', 'supera', cost, 'riduca il costo ammesso o registri il finanziamento')
	);
});

// The anchor's code leaves out a misspelt fund and ignores de-commitments.
const commitments = check('027', SFINGE_MESSAGE, (project) => {
	const rows = project.rows('FN04');
	const committed = signedTotal(rows);
	return findingIf(committed > room(project), rows[0], () =>
		exceedsRoom(project, 'Gli impegni', 'superano', committed, 'registri il disimpegno o il finanziamento')
	);
});

const savings = check('038', SFINGE, (project) => {
	const financed = groups(project.rows('FN00'), (row) => row.get('fund'));
	return [...groups(project.rows('FN10'), (row) => row.get('fund'))].flatMap(([fund, rows]) => {
		const more = { name: `L'economia sul fondo ${fund}`, cents: total(rows) };
		const less = { name: 'il finanziamento dello stesso fondo', cents: total(financed.get(fund) ?? []) };
		return findingIf(more.cents > less.cents, rows[0], () =>
			financed.has(fund)
				? exceeds(more, 'supera', less, "riduca l'economia o corregga il finanziamento")
				: exceedsNothing(more, 'supera', less)
		);
	});
});

// The anchor's code adds savings to the financing.
const plan = check('039', SFINGE_MESSAGE, (project) => {
	const [years, financing] = [project.rows('FN03'), project.rows('FN00')];
	const planned = years.reduce((sum, row) => sum + centsOf(row.get('done')) + centsOf(row.get('toDo')), 0n);
	const [saved, financed] = [total(project.rows('FN10')), total(financing)];
	const missing = financed - planned - saved;
	return findingIf(financing.length > 0 && missing !== 0n, years[0], () => {
		const apart = missing > 0n ? `mancano ${euros(missing)}` : `ci sono ${euros(-missing)} in più`;
		return `Piano dei costi (${euros(planned)}) ed economie (${euros(saved)}) non coincidono con il finanziamento (${euros(financed)}): ${apart}. Registri le economie o corregga il piano.`;
	});
});

/** Against the financing: 024, 027, 038, 039. */
export const financing: readonly Check[] = [admittedCost, commitments, savings, plan];
