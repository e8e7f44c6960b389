import { check, findingIf, SFINGE, type Check } from '../check';
import type { Row } from '../row';
import { amountOf, groups, levelOf, movementOf, signedTotal, total } from '../sums';
import { exceeds, exceedsNothing } from './comparison';

const named = (row: Row<'FN04' | 'FN06'>) => `${row.get('code')} del ${row.get('date')}`;

const ofCommitment = check('025', SFINGE, (project) => {
	const admitted = groups(project.rows('FN05'), movementOf);
	return project
		.rows('FN04')
		.filter((row) => row.get('kind').startsWith('I'))
		.flatMap((row) => {
			const more = { name: "L'impegno ammesso", cents: signedTotal(admitted.get(movementOf(row)) ?? []) };
			const less = { name: `l'impegno ${named(row)}`, cents: amountOf(row) };
			return findingIf(more.cents > less.cents, row, () =>
				exceeds(more, 'supera', less, "riduca quanto è ammesso o corregga l'impegno")
			);
		});
});

const ofPayment = check('026', SFINGE, (project) => {
	const admitted = groups(project.rows('FN07'), movementOf);
	return project
		.rows('FN06')
		.filter((row) => row.get('kind').startsWith('P'))
		.flatMap((row) => {
			const more = { name: 'Il pagamento ammesso', cents: signedTotal(admitted.get(movementOf(row)) ?? []) };
			const less = { name: `il pagamento ${named(row)}`, cents: amountOf(row) };
			return findingIf(more.cents > less.cents, row, () =>
				exceeds(more, 'supera', less, 'riduca quanto è ammesso o corregga il pagamento')
			);
		});
});

const ofCost = check('029', SFINGE, (project) => {
	const costs = groups(project.rows('FN01'), levelOf);
	return [...groups(project.rows('FN05'), levelOf)].flatMap(([level, rows]) => {
		const first = rows[0]!;
		const more = { name: `Gli impegni ammessi del livello ${first.get('level')}`, cents: signedTotal(rows) };
		const less = { name: 'il costo ammesso dello stesso livello', cents: total(costs.get(level) ?? []) };
		return findingIf(more.cents > less.cents, first, () =>
			exceeds(more, 'superano', less, 'riduca quanto è ammesso o registri il costo')
		);
	});
});

const paymentsOfCommitments = check('030', SFINGE, (project) => {
	const committed = groups(project.rows('FN05'), levelOf);
	return [...groups(project.rows('FN07'), levelOf)].flatMap(([level, rows]) => {
		const first = rows[0]!;
		const more = { name: `I pagamenti ammessi del livello ${first.get('level')}`, cents: signedTotal(rows) };
		const less = { name: 'gli impegni ammessi dello stesso livello', cents: signedTotal(committed.get(level) ?? []) };
		return findingIf(more.cents > less.cents, first, () =>
			exceeds(more, 'superano', less, "riduca i pagamenti ammessi o registri l'impegno ammesso")
		);
	});
});

const allCommitments = check('054', SFINGE, (project) => {
	const [admitted, all] = [project.rows('FN05'), project.rows('FN04')];
	const more = { name: 'Gli impegni ammessi', cents: signedTotal(admitted) };
	const less = { name: 'gli impegni', cents: signedTotal(all) };
	return findingIf(more.cents > less.cents, admitted[0], () =>
		all.length > 0
			? exceeds(more, 'superano', less, "riduca quanto è ammesso o registri l'impegno")
			: exceedsNothing(more, 'superano', less)
	);
});

const allPayments = check('055', SFINGE, (project) => {
	const [admitted, all] = [project.rows('FN07'), project.rows('FN06')];
	const more = { name: 'I pagamenti ammessi', cents: signedTotal(admitted) };
	const less = { name: 'i pagamenti', cents: signedTotal(all) };
	return findingIf(more.cents > less.cents, admitted[0], () =>
		all.length > 0
			? exceeds(more, 'superano', less, 'riduca quanto è ammesso o registri il pagamento')
			: exceedsNothing(more, 'superano', less)
	);
});

/** Checks of admitted amounts against the amounts that they are part of: 025, 026, 029, 030, 054, 055. */
export const admitted: readonly Check[] = [
	ofCommitment,
	ofPayment,
	ofCost,
	paymentsOfCommitments,
	allCommitments,
	allPayments
];
