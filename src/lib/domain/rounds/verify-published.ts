import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { parseRound } from '../allocation/reading/parse-round';
import type { Round } from '../allocation/round';
import { verifyResult } from '../allocation/verify-result';
import { beaconFrom, type BeaconSource } from '../draw/beacon-source';
import { readLeaves, receiptsRoot } from '../receipt/receipt-tree';
import { readStatement, type Statement } from './statement';

/** The files of a published version, for checking. */
export interface Published {
	readonly round: Uint8Array;
	readonly result: Uint8Array;
	readonly statement: string;
	/** The proof of the public number; null if the notice publishes none. */
	readonly draw: { readonly kind: BeaconSource['kind']; readonly proof: string } | null;
	/** The list of receipt leaves; null if none was sealed. */
	readonly leaves: string | null;
}

/**
 * The checks, in this order:
 * - the files are those of the signed statement;
 * - the round gives the result, byte by byte;
 * - the public number follows from what was drawn;
 * - the receipts give the root in the statement.
 */
export const checkNames = ['files', 'result', 'draw', 'receipts'] as const;
export type CheckName = (typeof checkNames)[number];
/** `absent`: nothing was published that could be checked. */
export type Finding = 'same' | 'different' | 'absent';
export type Checked = { readonly name: CheckName; readonly finding: Finding };

/** Checks a published version and yields one finding after the other, so that a waiting reader sees the progress. */
export function* verifyPublished(published: Published): Generator<Checked, void> {
	const statement = readStatement(published.statement);
	const inputHash = bytesToHex(sha256(published.round));
	yield { name: 'files', finding: sameIf(statement !== null && hasFiles(statement, inputHash, published.result)) };
	const parsed = parseRound(published.round);
	const round = parsed.ok ? parsed.round : null;
	yield {
		name: 'result',
		finding: sameIf(round !== null && verifyResult(round, inputHash, published.result).same)
	};
	yield { name: 'draw', finding: checkDraw(published.draw, round) };
	yield { name: 'receipts', finding: checkReceipts(published.leaves, statement) };
}

const sameIf = (same: boolean): Finding => (same ? 'same' : 'different');

function hasFiles(statement: Statement, inputHash: string, result: Uint8Array): boolean {
	return statement.projectionHash === inputHash && statement.publicResultHash === bytesToHex(sha256(result));
}

function checkDraw(draw: Published['draw'], round: Round | null): Finding {
	if (draw === null) return 'absent';
	return sameIf(round !== null && beaconFrom(draw.kind, draw.proof) === round.beacon);
}

function checkReceipts(text: string | null, statement: Statement | null): Finding {
	if (text === null) return statement?.receiptsRoot == null ? 'absent' : 'different';
	const leaves = readLeaves(text);
	return sameIf(leaves !== null && receiptsRoot(leaves) === statement?.receiptsRoot);
}
