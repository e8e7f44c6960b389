import { euros } from '../amounts';
import { check, SFINGE, type Check, type Finding } from '../check';
import type { Row } from '../row';
import { groups, kindOf, levelOf, signedTotal, type Movements } from '../sums';

/** Whether money passes from one public body to another: the kinds that end in -TR, a pair of their own. */
export function isTransfer(row: Row<Movements>): boolean {
	return kindOf(row).endsWith('-TR');
}

/** A negative balance in one of the groups: its first record is said. */
function belowZero<Table extends Movements>(
	rows: readonly Row<Table>[],
	groupOf: (row: Row<Table>) => string,
	name: string,
	advice: string
): Finding[] {
	return [...groups(rows, groupOf).values()].flatMap((group) => {
		const movements = group as unknown as readonly Row<Movements>[];
		const balance = signedTotal(movements);
		if (balance >= 0n) return [];
		const pair = isTransfer(movements[0]!) ? ' per trasferimenti' : '';
		const sentence = `Il saldo ${name}${pair} è negativo (${euros(balance)}): ${advice}.`;
		return [{ row: movements[0] as unknown as Row, sentence }];
	});
}

const pairOf = (row: Row<Movements>) => (isTransfer(row) ? 'TR' : '');
const byLevel = (row: Row<'FN05' | 'FN07'>) => `${levelOf(row)}|${pairOf(row)}`;
const FEWER = 'corregga i disimpegni';
const LESS = 'corregga i recuperi';

/** Negative balances: 050 to 053. */
export const balances: readonly Check[] = [
	check('050', SFINGE, (project) => belowZero(project.rows('FN04'), pairOf, 'degli impegni', FEWER)),
	check('051', SFINGE, (project) =>
		belowZero(project.rows('FN05'), byLevel, 'degli impegni ammessi di un livello', FEWER)
	),
	check('052', SFINGE, (project) => belowZero(project.rows('FN06'), pairOf, 'dei pagamenti', LESS)),
	check('053', SFINGE, (project) =>
		belowZero(project.rows('FN07'), byLevel, 'dei pagamenti ammessi di un livello', LESS)
	)
];
