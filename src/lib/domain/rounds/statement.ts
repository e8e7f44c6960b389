import { logLines, signedHead } from './log-head';
import { roundKinds, type RoundKind } from './round-kind';

/**
 * The values of a version that the agency signs: its kind, the hashes that commit to it, and the root of the receipts.
 */
export interface Statement {
	readonly noticeId: string;
	readonly version: number;
	readonly kind: RoundKind;
	readonly inputHash: string;
	readonly resultHash: string;
	readonly projectionHash: string;
	readonly publicResultHash: string;
	/** The root of the notice's receipts; null if none was sealed. */
	readonly receiptsRoot: string | null;
	/** The newest entry of the audit log at the signature, `number:hash`; null in a version signed before it was named. */
	readonly logHead: string | null;
}

/** The text that is signed: one line for each, in this order, every line ended. */
export function statementText(statement: Statement): string {
	return [
		statement.logHead === null ? 'chiavi-round-statement/2' : 'chiavi-round-statement/4',
		`notice ${statement.noticeId}`,
		`version ${statement.version}`,
		`kind ${statement.kind}`,
		`input ${statement.inputHash}`,
		`result ${statement.resultHash}`,
		`public-input ${statement.projectionHash}`,
		`public-result ${statement.publicResultHash}`,
		`receipts ${statement.receiptsRoot ?? 'none'}`,
		...logLines(statement.logHead),
		''
	].join('\n');
}

/** Reads a statement. Null when the text differs from one in any letter. */
export function readStatement(text: string): Statement | null {
	const values = new Map(text.split('\n').map((line) => [line.split(' ')[0]!, line.slice(line.indexOf(' ') + 1)]));
	const value = (name: string) => values.get(name) ?? '';
	const kind = roundKinds.find((one) => one === value('kind'));
	if (!kind) return null;
	const statement: Statement = {
		noticeId: value('notice'),
		version: Number(value('version')),
		kind,
		inputHash: value('input'),
		resultHash: value('result'),
		projectionHash: value('public-input'),
		publicResultHash: value('public-result'),
		receiptsRoot: value('receipts') === 'none' ? null : value('receipts'),
		logHead: signedHead(text)
	};
	return statementText(statement) === text ? statement : null;
}
