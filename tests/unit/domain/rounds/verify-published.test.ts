import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runRound } from '$lib/domain/allocation/run-round';
import { serializeResult } from '$lib/domain/allocation/serialize-result';
import { serializeRound } from '$lib/domain/allocation/serialize-round';
import { drawBeacon } from '$lib/domain/draw/public-draw';
import { leavesText, receiptsRoot, sortLeaves } from '$lib/domain/receipt/receipt-tree';
import { readStatement, statementText, type Statement } from '$lib/domain/rounds/statement';
import { verifyPublished, type Published } from '$lib/domain/rounds/verify-published';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const bytes = (text: string) => new TextEncoder().encode(text);
const proof = '7.19.34.58.81./';
const leaves = sortLeaves(['A', 'B', 'C'].map(sha256));

const round = serializeRound({
	format: 'round/1',
	notice: 'N',
	beacon: drawBeacon(proof),
	dwellings: [
		{ id: 'u1', list: 'l', order: ['B', 'A', 'C'] },
		{ id: 'u2', list: 'l', order: ['A', 'C'] }
	],
	applications: [
		{ id: 'A', choices: ['u1', 'u2'] },
		{ id: 'B', choices: ['u1'] },
		{ id: 'C', choices: ['u2', 'u1'] }
	]
});
const result = serializeResult(runRound(JSON.parse(round), sha256(round)));
const statement: Statement = {
	noticeId: 'N',
	version: 1,
	kind: 'final',
	inputHash: sha256('full round'),
	resultHash: sha256('full result'),
	projectionHash: sha256(round),
	publicResultHash: sha256(result),
	receiptsRoot: receiptsRoot(leaves),
	logHead: `412:${'a'.repeat(64)}`
};
const published: Published = {
	round: bytes(round),
	result: bytes(result),
	statement: statementText(statement),
	draw: { kind: 'draw', proof },
	leaves: leavesText(leaves)
};
const findings = (changes: Partial<Published> = {}) =>
	[...verifyPublished({ ...published, ...changes })].map(({ name, finding }) => `${name} ${finding}`).join(', ');

const ALL = 'files same, result same, draw same, receipts same';

test('a published version is the same in every respect', () => {
	expect(findings()).toBe(ALL);
});

test('any byte of the result changed is found, by its hash and by recomputing', () => {
	fc.assert(
		fc.property(fc.nat(published.result.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
			const changed = Uint8Array.from(published.result);
			changed[at]! ^= change;
			expect(findings({ result: changed })).toBe('files different, result different, draw same, receipts same');
		})
	);
});

test('another round, drawn with another number, is found', () => {
	const other = round.replace(drawBeacon(proof), drawBeacon('1.2.3.4.5./'));
	expect(findings({ round: bytes(other) })).toBe('files different, result different, draw different, receipts same');
	expect(findings({ round: bytes('{') })).toBe('files different, result different, draw different, receipts same');
});

test('a changed result with recomputed hashes is found by recomputing', () => {
	const swapped = result
		.replace('"unassigned":["C"]', '"unassigned":["B"]')
		.replace('"application":"B"', '"application":"C"');
	expect(swapped).not.toBe(result);
	const restated = statementText({ ...statement, publicResultHash: sha256(swapped) });
	expect(findings({ result: bytes(swapped), statement: restated })).toBe(
		'files same, result different, draw same, receipts same'
	);
});

test('other numbers, and receipts with one left out, are found', () => {
	expect(findings({ draw: { kind: 'draw', proof: '7.19.34.58.80./' } })).toContain('draw different');
	expect(findings({ leaves: leavesText(leaves.slice(1)) })).toContain('receipts different');
	expect(findings({ leaves: null })).toContain('receipts different');
	expect(findings({ statement: 'something else' })).toContain('files different');
});

test('a file that was not published is reported as absent, not as the same', () => {
	const without = statementText({ ...statement, receiptsRoot: null });
	expect(findings({ draw: null, leaves: null, statement: without })).toBe(
		'files same, result same, draw absent, receipts absent'
	);
});

test('a statement reads back to the letter, and nothing else does', () => {
	expect(readStatement(statementText(statement))).toEqual(statement);
	expect(readStatement(`${statementText(statement)}\n`)).toBeNull();
	expect(readStatement(statementText(statement).replace('version 1', 'version 01'))).toBeNull();
	expect(readStatement(statementText(statement).replace('log 412', 'log 0412'))).toBeNull();
	expect(readStatement(statementText(statement).replace('statement/4', 'statement/2'))).toBeNull();
});

test('a statement from before the log was named still reads', () => {
	const older = { ...statement, logHead: null };
	expect(statementText(older)).toMatch(/^chiavi-round-statement\/2\n/);
	expect(statementText(older)).not.toContain('log');
	expect(readStatement(statementText(older))).toEqual(older);
});
