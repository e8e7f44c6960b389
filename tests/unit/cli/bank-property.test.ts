import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance, camt, entry, entryOf, money } from '../../support/bank/camt';
import { checkBank, readBank, saidIn } from '../../support/bank/check-bank';

// Statements made at random, whose sums and faults are known because they were made so.

const written = (cents: number) => (Math.abs(cents) / 100).toFixed(2);
const signed = (cents: number) => money(written(cents), cents < 0 ? 'DBIT' : 'CRDT');
const amounts = fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), { maxLength: 20 });

it('sums, balances and hash are those of the file', async () => {
	await fc.assert(
		fc.asyncProperty(
			amounts,
			fc.integer({ min: -1e9, max: 1e9 }),
			fc.constantFrom(0, 1, -7),
			async (all, opening, wrong) => {
				const closing = all.reduce((sum, cents) => sum + cents, opening) + wrong;
				const balances = balance('OPBD', signed(opening)) + balance('CLBD', signed(closing));
				const file = camt({ balances, entries: all.map((cents) => entry({ money: signed(cents) })) });
				const read = await readBank(file);
				const sides = [all.filter((cents) => cents >= 0), all.filter((cents) => cents < 0)];
				const [credits, debits] = sides.map((side) => ({ count: side.length, cents: side.reduce((a, b) => a + b, 0) }));
				expect(read.statements[0]).toMatchObject({
					credits,
					debits,
					opening: { cents: opening },
					closing: { cents: closing }
				});
				expect(read.statements[0]!.entries.map(({ cents }) => cents)).toEqual(all);
				expect(saidIn(read)).toEqual(wrong === 0 ? [] : ['balance-mismatch 1.-.-']);
				expect(read.sha256).toBe(createHash('sha256').update(file).digest('hex'));
			}
		),
		{ numRuns: 60 }
	);
});

/** An entry with a fault of its own, and what is said of it. */
const faulty = {
	none: { file: entry(), code: null },
	amount: { file: entry({ money: money('1.001') }), code: 'amount-precision' },
	negative: { file: entry({ money: money('-1') }), code: 'amount-negative' },
	indicator: { file: entry({ money: money('1', 'X') }), code: 'indicator-invalid' },
	day: { file: entry({ booked: '<BookgDt><Dt>2023-02-29</Dt></BookgDt>' }), code: 'date-invalid' },
	noDay: { file: entry({ booked: '' }), code: 'date-missing' },
	sum: { file: entryOf(['<Amt Ccy="EUR">1</Amt>', '<Amt Ccy="EUR">2</Amt>']), code: 'batch-sum' },
	currency: { file: entry({ money: money('10', 'CRDT', 'USD') }), code: 'currency-differs' }
} as const;

it('every fault is said at the entry that has it, in any order of entries', async () => {
	const kinds = fc.array(fc.constantFrom(...(Object.keys(faulty) as (keyof typeof faulty)[])), { maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(kinds, async (order) => {
			const read = await readBank(
				camt({
					entries: order.map((kind) => faulty[kind].file),
					balances: balance('OPBD', money('x')) + balance('CLBD')
				})
			);
			const expected = order.flatMap((kind, at) => (faulty[kind].code ? [`${faulty[kind].code} 1.${at + 1}.-`] : []));
			expect(saidIn(read).sort()).toEqual(['amount-invalid 1.-.-', ...expected].sort());
		}),
		{ numRuns: 60 }
	);
});

it('a file with bytes changed at random ends in one of the four ways, and never prints half', async () => {
	const right = Buffer.from(camt({ entries: [entryOf(['<Amt Ccy="EUR">4</Amt>', '<Amt Ccy="EUR">6</Amt>'])] }));
	const change = fc.record({ at: fc.nat(right.length - 1), byte: fc.nat(255), drop: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
			let bytes = Buffer.from(right);
			for (const { at, byte, drop } of changes) {
				if (drop) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
				else if (at < bytes.length) bytes[at] = byte;
			}
			const { exit, out, err } = await checkBank(bytes);
			expect([0, 1, 2]).toContain(exit);
			if (exit === 2) expect([out, /^bank: [a-z-]+: [^\n]+\n$/.test(err)]).toEqual(['', true]);
			else expect([err, (JSON.parse(out) as { faults: unknown[] }).faults.length > 0]).toEqual(['', exit === 1]);
		}),
		{ numRuns: 300 }
	);
});

// A second opinion: the parser of Python's library on the same files.
const PYTHON = `
import json, sys, xml.parsers.expat
from xml.etree import ElementTree
answers = []
for text in json.load(sys.stdin):
    try:
        root = ElementTree.fromstring(text.encode('utf-8'))
        ids = [''.join([e.text or ''] + [c.tail or '' for c in e]) for e in root.iter('{urn:iso:std:iso:20022:tech:xsd:camt.053.001.08}AddtlNtryInf')]
        answers.append(ids)
    except ElementTree.ParseError:
        answers.append(None)
json.dump(answers, sys.stdout)
`;

const hasPython = (() => {
	try {
		execFileSync('python3', ['-c', 'import xml.etree.ElementTree']);
		return true;
	} catch {
		return false;
	}
})();

describe.skipIf(!hasPython)('beside another parser', () => {
	const pieces = [
		...[
			'a',
			' ',
			'\n',
			'é',
			'€',
			'😀',
			'&amp;',
			'&lt;',
			'&#65;',
			'&#x1F511;',
			']]',
			'>',
			']]>',
			'&',
			'&;',
			'&no;',
			'&#0;',
			'&#xFFFE;'
		],
		...[
			'<!-- c -->',
			'<!-- -- -->',
			'<?p i?>',
			'<?xml v?>',
			'<![CDATA[x<y]]>',
			'<![CDATA[]]]]>',
			'<b/>',
			'<b c="1"/>',
			'<b c="1" c="2"/>'
		],
		...[
			'<b c=1/>',
			'<p:b/>',
			'<b xmlns:p="u" p:c="1"/>',
			'<b xmlns:p=""/>',
			'</b>',
			'<b>',
			'<',
			'"',
			"'",
			'\u0001',
			'\u0085',
			'\ufeff'
		]
	];

	it('the same files are well formed, and the same text is in them', async () => {
		const texts = fc.sample(
			fc.array(fc.constantFrom(...pieces), { maxLength: 5 }).map((all) => all.join('')),
			400
		);
		const files = texts.map((text) => camt({ entries: [entry({ rest: `<AddtlNtryInf>${text}</AddtlNtryInf>` })] }));
		const answers = JSON.parse(
			execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(files) }).toString()
		) as (string[] | null)[];
		for (const [at, file] of files.entries()) {
			const { printed } = await checkBank(file);
			const read = printed && printed.statements[0]!.entries.map(({ text }) => text);
			const tidied =
				answers[at]?.map((text) => text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll(/^ | $/g, '') || null) ?? null;
			expect([texts[at], read]).toEqual([texts[at], tidied]);
		}
		expect(answers.filter((answer) => answer === null).length).toBeGreaterThan(50);
		expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(50);
	});
});
