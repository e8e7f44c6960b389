import { check, SFINGE, type Check } from '../check';
import type { Row } from '../row';
import { movementOf } from '../sums';

type Child = 'FN05' | 'FN07' | 'FN08';

/** The words for a parent: one commitment or one payment. */
type Words = { readonly table: 'FN04' | 'FN06'; readonly parent: string; readonly restore: string };

const COMMITMENT: Words = { table: 'FN04', parent: 'un impegno', restore: "l'impegno" };
const PAYMENT: Words = { table: 'FN06', parent: 'un pagamento', restore: 'il pagamento' };

/** Records that refer to a commitment or payment that is not live. */
function withoutParent(number: string, table: Child, what: string, { table: parents, parent, restore }: Words): Check {
	return check(number, SFINGE, (project) => {
		const live = new Set(project.rows(parents).map(movementOf));
		const cancelled = new Set(project.cancelled(parents).map(movementOf));
		return project
			.rows(table)
			.filter((row) => !live.has(movementOf(row)))
			.map((row: Row<Child>) => {
				const isCancelled = cancelled.has(movementOf(row));
				const why = isCancelled ? 'annullato' : 'che non è nel file o non è leggibile';
				const advice = isCancelled ? `lo annulli o ripristini ${restore}` : `registri ${restore} o lo annulli`;
				const sentence = `${what} ${row.get('code')} del ${row.get('date')} si riferisce a ${parent} ${why}: ${advice}.`;
				return { row, sentence };
			});
	});
}

/** Children of a cancelled parent: 047 to 049. */
export const parents: readonly Check[] = [
	withoutParent('047', 'FN05', "L'impegno ammesso", COMMITMENT),
	withoutParent('048', 'FN07', 'Il pagamento ammesso', PAYMENT),
	withoutParent('049', 'FN08', 'Il percettore del pagamento', PAYMENT)
];
