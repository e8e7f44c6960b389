import { logLines, signedHead } from '../rounds/log-head';
import { roundKinds, type RoundKind } from '../rounds/round-kind';

/**
 * The values that the agency signs for a version of a notice with sensitive grounds. All are 64 lower-case hexadecimal
 * digits.
 */
export interface SealedStatement {
	readonly noticeId: string;
	readonly version: number;
	readonly kind: RoundKind;
	/** Salted commitments to the sealed round and to its result. */
	readonly round: string;
	readonly result: string;
	/** SHA-256 of the publication. */
	readonly publication: string;
	/** Salted commitment to the set-asides, as it was published before requests opened. */
	readonly setAsides: string;
	/** The one of the notice; null where none was sealed. */
	readonly receiptsRoot: string | null;
	/** The newest entry of the audit log at the signature, `number:hash`; null before the signature and in older versions. */
	readonly logHead: string | null;
	/** Dwelling -> root of the tree of its order. */
	readonly orders: Readonly<Record<string, string>>;
}

/** The text that is signed: a line for each, in this order, then a line for each dwelling's order by id, each line ended. */
export function sealedStatementText(statement: SealedStatement): string {
	const orders = Object.keys(statement.orders).sort();
	if (orders.some((id) => /[\n\r]/.test(id))) throw new RangeError('The id of a dwelling stands on one line.');
	return [
		statement.logHead === null ? 'chiavi-round-statement/3' : 'chiavi-round-statement/5',
		`notice ${statement.noticeId}`,
		`version ${statement.version}`,
		`kind ${statement.kind}`,
		`round ${statement.round}`,
		`result ${statement.result}`,
		`public ${statement.publication}`,
		`set-asides ${statement.setAsides}`,
		`receipts ${statement.receiptsRoot ?? 'none'}`,
		...logLines(statement.logHead),
		...orders.map((id) => `order ${statement.orders[id]} ${id}`),
		''
	].join('\n');
}

/** Reads such a statement; null when the text is not one to the letter. */
export function readSealedStatement(text: string): SealedStatement | null {
	const values = new Map<string, string>();
	const orders: Record<string, string> = Object.create(null) as Record<string, string>;
	for (const line of text.split('\n')) {
		const order = /^order ([0-9a-f]{64}) (.*)$/.exec(line);
		if (order) orders[order[2]!] = order[1]!;
		else values.set(line.split(' ')[0]!, line.slice(line.indexOf(' ') + 1));
	}
	const value = (name: string) => values.get(name) ?? '';
	const kind = roundKinds.find((one) => one === value('kind'));
	if (!kind) return null;
	const statement: SealedStatement = {
		noticeId: value('notice'),
		version: Number(value('version')),
		kind,
		round: value('round'),
		result: value('result'),
		publication: value('public'),
		setAsides: value('set-asides'),
		receiptsRoot: value('receipts') === 'none' ? null : value('receipts'),
		logHead: signedHead(text),
		orders
	};
	return sealedStatementText(statement) === text ? statement : null;
}
