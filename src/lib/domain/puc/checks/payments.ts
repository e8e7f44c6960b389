import { euros } from '../amounts';
import { check, findingIf, SFINGE, SFINGE_MESSAGE, type Check } from '../check';
import { groups, movementOf, signedTotal, total } from '../sums';
import { exceeds, exceedsNothing } from './comparison';
import { isTransfer } from './balances';

const withoutCommitment = check('019', SFINGE, (project) =>
	[false, true].flatMap((transfer) => {
		const payments = project.rows('FN06').filter((row) => isTransfer(row) === transfer);
		const commitments = project.rows('FN04').filter((row) => isTransfer(row) === transfer);
		const [paid, committed] = [signedTotal(payments), signedTotal(commitments)];
		return findingIf(paid > 0n && committed <= 0n, payments[0], () => {
			const what = `Ci sono ${transfer ? 'trasferimenti pagati' : 'pagamenti'} (${euros(paid)})`;
			return commitments.length === 0
				? `${what} e nessun impegno: registri l'impegno.`
				: `${what} e impegni per ${euros(committed)}: registri l'impegno o corregga i disimpegni.`;
		});
	})
);

// The anchor's code compares the other way round.
const overCommitments = check('028', SFINGE_MESSAGE, (project) => {
	const [payments, commitments] = [project.rows('FN06'), project.rows('FN04')];
	const more = { name: 'I pagamenti', cents: signedTotal(payments) };
	const less = { name: 'gli impegni', cents: signedTotal(commitments) };
	return findingIf(more.cents > less.cents, payments[0], () => {
		if (commitments.length === 0) return exceedsNothing(more, 'superano', less);
		const first = payments[0]!;
		return exceeds(more, 'superano', less, `controlli il pagamento ${first.get('code')} del ${first.get('date')}`);
	});
});

const payees = check('037', SFINGE, (project) => {
	const payments = groups(project.rows('FN06'), movementOf);
	return [...groups(project.rows('FN08'), movementOf)].flatMap(([movement, rows]) => {
		const payment = payments.get(movement);
		if (!payment) return [];
		const first = rows[0]!;
		const more = { name: 'Quanto hanno avuto i percettori', cents: total(rows) };
		const less = { name: `il pagamento ${first.get('code')} del ${first.get('date')}`, cents: total(payment) };
		return findingIf(more.cents > less.cents, first, () =>
			exceeds(more, 'supera', less, 'corregga gli importi dei percettori o il pagamento')
		);
	});
});

/** Payments against commitments and payees: 019, 028, 037. */
export const payments: readonly Check[] = [withoutCommitment, overCommitments, payees];
