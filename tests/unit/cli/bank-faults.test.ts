import { describe, expect, it } from 'vitest';
import { account, balance, camt, documentOf, entry, entryOf, money, statement } from '../../support/bank/camt';
import { checkBank, readBank, saidIn } from '../../support/bank/check-bank';

const said = async (file: string) => saidIn(await readBank(file));
const own = (amount: string, currency = 'EUR') => `<Amt Ccy="${currency}">${amount}</Amt>`;
const booked = (pieces: Parameters<typeof entry>[0]) => camt({ entries: [entry(pieces)] });
const balances = (opening: string, closing: string) => camt({ balances: opening + closing });
const right = balance('OPBD');
const ofParts = (parts: string[], batch = '', whole = money('10.00')) =>
	camt({ entries: [entryOf(parts, whole, batch)] });
const batch = (inner: string) => `<Btch>${inner}</Btch>`;
const instructed = (currency: string) => `<AmtDtls><InstdAmt>${own('1', currency)}</InstdAmt></AmtDtls>`;
const iban = (side: string, text: string) =>
	`<RltdPties><${side}Acct><Id><IBAN>${text}</IBAN></Id></${side}Acct></RltdPties>`;

const table: readonly (readonly [string, string, readonly string[]])[] = [
	['nothing', camt({ entries: [entry()] }), []],
	['an amount of an entry', booked({ money: money('1,00') }), ['amount-invalid 1.1.-']],
	['no amount', booked({ money: '<CdtDbtInd>CRDT</CdtDbtInd>' }), ['amount-invalid 1.1.-']],
	['a minus', booked({ money: money('-0.00') }), ['amount-negative 1.1.-']],
	['a third decimal', booked({ money: money('1.005') }), ['amount-precision 1.1.-']],
	['an amount of a balance', balances(right, balance('CLBD', money('-1'))), ['amount-negative 1.-.-']],
	['an amount of one of several parts', ofParts([own('x'), own('6')]), ['amount-invalid 1.1.1']],
	['an amount of the only part', ofParts([own('x')]), []],
	['a total', ofParts([], batch('<TtlAmt Ccy="EUR">1.001</TtlAmt>')), ['amount-precision 1.1.-']],
	['an indicator of an entry', booked({ money: money('10', 'credit') }), ['indicator-invalid 1.1.-']],
	['no indicator and no amount', booked({ money: own('x') }), ['amount-invalid 1.1.-', 'indicator-invalid 1.1.-']],
	['an indicator of a balance', balances(right, balance('CLBD', own('0'))), ['indicator-invalid 1.-.-']],
	['an indicator of a part', ofParts([`${own('4')}<CdtDbtInd>C</CdtDbtInd>`, own('6')]), ['indicator-invalid 1.1.1']],
	[
		'an indicator of a total',
		ofParts([], batch('<TtlAmt Ccy="EUR">10</TtlAmt><CdtDbtInd>C</CdtDbtInd>')),
		['indicator-invalid 1.1.-']
	],
	[
		'an indicator of an entry with parts',
		ofParts([own('4'), own('6')], '', money('10', 'C')),
		['indicator-invalid 1.1.-']
	],
	['a reversal', booked({ rest: '<RvslInd>TRUE</RvslInd>' }), ['indicator-invalid 1.1.-']],
	['a booking day', booked({ booked: '<BookgDt><Dt>2024-02-30</Dt></BookgDt>' }), ['date-invalid 1.1.-']],
	['an empty booking day', booked({ booked: '<BookgDt/>' }), ['date-invalid 1.1.-']],
	['both days', booked({ booked: '<BookgDt/>', rest: '<ValDt><Dt>x</Dt></ValDt>' }), ['date-invalid 1.1.-']],
	['no booking day', booked({ booked: '' }), ['date-missing 1.1.-']],
	['a value day', booked({ rest: '<ValDt><DtTm>2024-03-01T10:00</DtTm></ValDt>' }), ['date-invalid 1.1.-']],
	['a day of a balance', balances(right, balance('CLBD', money('0'), '<Dt><Dt>x</Dt></Dt>')), ['date-invalid 1.-.-']],
	['no day of a balance', balances(balance('PRCD', money('0'), ''), balance('CLBD')), ['date-missing 1.-.-']],
	['a period', camt({ rest: '<FrToDt><FrDtTm>2024-03-01</FrDtTm></FrToDt>' }), ['date-invalid 1.-.-']],
	[
		'no currency of an entry',
		booked({ money: '<Amt>10</Amt><CdtDbtInd>CRDT</CdtDbtInd>' }),
		['currency-missing 1.1.-', 'balance-mismatch 1.-.-']
	],
	[
		'no currency of a balance',
		balances(right, balance('CLBD', '<Amt>5</Amt><CdtDbtInd>CRDT</CdtDbtInd>')),
		['currency-missing 1.-.-']
	],
	[
		'an unknown currency of the account',
		camt({
			account: account.replace('EUR', 'EUX'),
			balances: balance('OPBD', money('0', 'CRDT', 'EUX')) + balance('CLBD', money('0', 'CRDT', 'EUX'))
		}),
		['currency-unknown 1.-.-']
	],
	[
		'an unknown currency of an entry',
		booked({ money: money('10', 'CRDT', 'eur') }),
		['currency-unknown 1.1.-', 'balance-mismatch 1.-.-']
	],
	['an unknown original', ofParts([instructed('XXX')]), ['currency-unknown 1.1.1']],
	['an unknown original of the entry', booked({ rest: instructed('XXX') }), ['currency-unknown 1.1.-']],
	['one that is not used', ofParts([own('4'), own('6')]).replace('</Ntry>', `${instructed('XXX')}</Ntry>`), []],
	[
		'another currency of an entry',
		camt({ entries: [entry({ money: money('9', 'CRDT', 'USD') })], balances: right + balance('CLBD') }),
		['currency-differs 1.1.-']
	],
	[
		'another currency of a balance',
		balances(right, balance('CLBD', money('9', 'CRDT', 'USD'))),
		['currency-differs 1.-.-']
	],
	['no opening', camt({ balances: balance('CLBD') }), ['opening-missing 1.-.-']],
	['no closing', camt({ balances: balance('OPBD') }), ['closing-missing 1.-.-']],
	['two openings', camt({ balances: right + right + balance('CLBD') }), ['balance-repeated 1.-.-']],
	['two that are not used', camt({ balances: balance('ITBD') + balance('ITBD') + right + balance('CLBD') }), []],
	['a wrong sum', balances(right, balance('CLBD', money('0.01'))), ['balance-mismatch 1.-.-']],
	[
		'a wrong sum of a debt',
		balances(balance('OPBD', money('1', 'DBIT')), balance('CLBD', money('1'))),
		['balance-mismatch 1.-.-']
	],
	['parts that make another sum', ofParts([own('4'), own('6.01')]), ['batch-sum 1.1.-']],
	[
		'a total of another sum',
		ofParts([own('4'), own('6')], batch('<TtlAmt Ccy="EUR">10</TtlAmt><CdtDbtInd>DBIT</CdtDbtInd>')),
		['batch-total 1.1.-']
	],
	['a total beside the only part', ofParts([''], batch('<TtlAmt Ccy="EUR">9</TtlAmt>')), ['batch-total 1.1.-']],
	['a total beside no part', ofParts([], batch('<NbOfTxs>9</NbOfTxs><TtlAmt Ccy="EUR">9</TtlAmt>')), []],
	['a total in another currency', ofParts([''], batch('<TtlAmt Ccy="USD">9</TtlAmt>')), []],
	['another number', ofParts([own('4'), own('6')], batch('<NbOfTxs>3</NbOfTxs>')), ['batch-count 1.1.-']],
	['a part without amount', ofParts([own('4'), own('6', 'USD')]), ['part-amount-missing 1.1.2']],
	[
		'a reference that comes again',
		camt({ entries: ['A', 'B', 'A'].map((text) => entry({ rest: `<AcctSvcrRef>${text}</AcctSvcrRef>` })) }),
		['reference-repeated 1.3.-']
	],
	[
		'a right and a wrong reference',
		ofParts(['<RmtInf><Strd><CdtrRefInf><Ref>RF74CANONE0012</Ref></CdtrRefInf></Strd></RmtInf>']),
		['reference-invalid 1.1.1']
	],
	['an IBAN of the account', camt({ account: account.replace('IT60', 'IT61') }), ['iban-invalid 1.-.-']],
	['IBANs of a part', ofParts([iban('Dbtr', 'x') + iban('Cdtr', 'y')]), ['iban-invalid 1.1.1']],
	['no account', camt({ account: '<Acct><Ccy>EUR</Ccy></Acct>' }), ['account-missing 1.-.-']],
	['no id', camt({ id: '<Id> </Id>' }), ['id-missing 1.-.-']],
	[
		'no status',
		camt({
			entries: [entry(), entry({ status: '<Sts>BOOK</Sts>' }), entry({ status: '' })],
			balances: right + balance('CLBD', money('10'))
		}),
		['status-missing 1.-.-']
	],
	[
		'nothing in an entry that is not booked',
		camt({
			entries: [entry({ status: '<Sts><Cd>PDNG</Cd></Sts>', money: money('x', 'y', 'z'), booked: '' })],
			balances: right + balance('CLBD')
		}),
		[]
	],
	[
		'a statement that comes again',
		documentOf(statement() + statement({ id: '<Id>S2</Id>' }) + statement()),
		['statement-repeated 3.-.-']
	],
	['nothing of balances in a notification', camt({ balances: balance('OPBD', money('x')) }, 'camt.054.001.08'), []]
];

describe('each fault is said at its place, and no other', () => {
	it.each(table)('%s', async (_, file, expected) => {
		const { printed, exit } = await checkBank(file);
		const sorted = (codes: readonly string[]) => [...codes].sort();
		expect(sorted(saidIn(printed!))).toEqual(sorted(expected));
		expect(exit).toBe(expected.length > 0 ? 1 : 0);
	});

	it('in a sentence of its own that does not hold its code', async () => {
		const faults = [];
		for (const [, file] of table) faults.push(...(await readBank(file)).faults);
		for (const { code, sentence } of faults) {
			expect(sentence).toMatch(/^\p{Lu}[^\n]{30,}\.$/u);
			expect(sentence).not.toContain(code);
			expect(sentence).not.toMatch(/undefined|null|\[object/);
		}
	});
});

describe('a balance is not compared', () => {
	it.each([
		['without one of them', balance('CLBD', money('5')), entry()],
		['without an amount of it', balance('OPBD', money('x')) + balance('CLBD', money('5')), entry()],
		['without the amount of an entry', right + balance('CLBD', money('5')), entry({ money: money('x') })],
		[
			'without the amount of an entry in another currency',
			right + balance('CLBD', money('5')),
			entry({ money: money('x', 'CRDT', 'USD') })
		],
		['in another currency', right + balance('CLBD', money('5', 'CRDT', 'USD')), entry()]
	])('%s', async (_, all, one) => {
		expect((await said(camt({ balances: all, entries: [one] }))).join()).not.toContain('balance-mismatch');
	});
});

describe('a reference', () => {
	const bank = (text: string) => `<AcctSvcrRef>${text}</AcctSvcrRef>`;
	const ofEntry = (text: string) => `<NtryRef>${text}</NtryRef>`;
	const reversal = '<RvslInd>true</RvslInd>';
	const repeated = async (...rests: string[]) => {
		const codes = await said(camt({ entries: rests.map((rest) => entry({ rest })) }));
		return codes.filter((code) => code.startsWith('reference-repeated'));
	};

	it('may be shared by an entry and its reversal, once', async () => {
		expect(await repeated(bank('A'), bank('A') + reversal)).toEqual([]);
		expect(await repeated(bank('A'), bank('A') + reversal, bank('A') + reversal, bank('A'))).toHaveLength(2);
	});

	it('is the one of the entry where the bank gives none', async () => {
		expect(await repeated(ofEntry('1'), bank('NONREF') + ofEntry('1'))).toEqual(['reference-repeated 1.2.-']);
		expect(await repeated(bank('A') + ofEntry('1'), bank('B') + ofEntry('1'))).toEqual([]);
		expect(await repeated(bank('NOTPROVIDED'), bank('NOTPROVIDED'), '', '')).toEqual([]);
	});

	it('may come again in another statement', async () => {
		const one = statement({ entries: [entry({ rest: bank('A') })] });
		expect(await said(documentOf(one + one.replace('S1', 'S2')))).toEqual([]);
	});
});

it('a code is said once a place, however often it is true', async () => {
	const parts = [own('x', 'USD'), own('x'), own('x')];
	const file = camt({ entries: [entryOf(parts), entryOf(parts)] });
	expect(await said(file)).toEqual(
		[1, 2].flatMap((at) => [`part-amount-missing 1.${at}.1`, `amount-invalid 1.${at}.2`, `amount-invalid 1.${at}.3`])
	);
});

it.each(['\n', '\r\n', '\r'])('the line is that of the entry, with lines that end in %j', async (end) => {
	const file = camt({ entries: ['\n\n', entry(), '\n', entry({ booked: '' }).replace('<Ntry>', '<Ntry\n\n>')] });
	const { faults } = await readBank(file.replaceAll('\n', end));
	expect(faults.map(({ code, line }) => [code, line])).toEqual([
		['date-missing', 5],
		['balance-mismatch', 2]
	]);
});
