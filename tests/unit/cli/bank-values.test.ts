import { describe, expect, it } from 'vitest';
import { account, balance, camt, documentOf, entry, entryOf, IBAN, money, statement } from '../../support/bank/camt';
import { readBank } from '../../support/bank/check-bank';

const first = async (file: string) => (await readBank(file)).statements[0]!;
const firstEntry = async (file: string) => (await first(file)).entries[0]!;
const V02 = 'camt.053.001.02';
const booked02 = (rest: string) => entry({ status: '<Sts>BOOK</Sts>', rest });

describe('the message', () => {
	it('is told by its header, wherever it stands', async () => {
		const header = '<GrpHdr><MsgId> M\n1 </MsgId><CreDtTm>2024-03-01T10:00:00Z</CreDtTm></GrpHdr>';
		const expected = { id: 'M 1', created: '2024-03-01T10:00:00Z' };
		expect((await readBank(documentOf(header + statement()))).message).toEqual(expected);
		expect((await readBank(documentOf(statement() + header))).message).toEqual(expected);
		expect((await readBank(documentOf(`<GrpHdr/>${statement()}`))).message).toEqual({ id: null, created: null });
		expect((await readBank(documentOf(statement()))).message).toBeNull();
	});

	it('holds statements in file order', async () => {
		const file = documentOf([1, 2, 3].map((n) => statement({ id: `<Id>S${n}</Id>` })).join(''));
		expect((await readBank(file)).statements.map(({ id }) => id)).toEqual(['S1', 'S2', 'S3']);
	});
});

describe('a statement', () => {
	it('keeps what it is given as written', async () => {
		const rest =
			'<LglSeqNb>7</LglSeqNb><ElctrncSeqNb>007</ElctrncSeqNb><CreDtTm>yesterday</CreDtTm><CpyDplctInd>CODU</CpyDplctInd>' +
			'<FrToDt><FrDtTm>2024-02-29T23:30:00-05:00</FrDtTm><ToDtTm>2024-03-01T00:00:00Z</ToDtTm></FrToDt>';
		expect(await first(camt({ rest }))).toMatchObject({
			sequence: '007',
			created: 'yesterday',
			copy: 'CODU',
			from: '2024-02-29',
			to: '2024-03-01',
			key: [IBAN, 'S1', '007']
		});
		expect((await first(camt({ rest: '<LglSeqNb>07</LglSeqNb>' }))).sequence).toBe('07');
	});

	it('has an account of any kind', async () => {
		const other = '<Acct><Id><Othr><Id>123</Id></Othr></Id></Acct>';
		expect(await first(camt({ account: other }))).toMatchObject({ iban: null, account: '123', key: ['123', 'S1', ''] });
		const spaced = account.replace(IBAN, 'it60 X054 2811 1010 0000 0123 456');
		const { statements, faults } = await readBank(camt({ account: spaced }));
		expect([statements[0]!.iban, faults]).toEqual(['it60 X054 2811 1010 0000 0123 456', []]);
	});

	it.each([
		['of the account', account, balance('OPBD', money('0', 'CRDT', 'USD')), 'EUR'],
		[
			'of the opening',
			'',
			balance('CLBD', money('0', 'CRDT', 'CHF')) + balance('OPBD', money('0', 'CRDT', 'USD')),
			'USD'
		],
		['of the closing', '', balance('CLBD', money('0', 'CRDT', 'CHF')), 'CHF'],
		['of the first entry with a known one', '', '', 'GBP'],
		['of an unknown account', account.replace('EUR', 'EUX'), '', 'EUX']
	])('has the currency %s', async (_, own, balances, currency) => {
		const entries = ['XXX', 'GBP', 'SEK'].map((code) => entry({ money: money('1', 'CRDT', code) }));
		expect((await first(camt({ account: own, balances, entries }))).currency).toBe(currency);
	});

	it('counts each side in its own currency, zero as a credit', async () => {
		const amounts = [
			money('5', 'DBIT'),
			money('0', 'DBIT'),
			money('7'),
			money('9', 'CRDT', 'USD'),
			money('x'),
			'<CdtDbtInd>CRDT</CdtDbtInd>'
		];
		const own = await first(camt({ entries: amounts.map((one) => entry({ money: one })) }));
		expect(own).toMatchObject({ credits: { count: 2, cents: 700 }, debits: { count: 1, cents: -500 } });
		expect(Object.is(own.entries[1]!.cents, 0)).toBe(true);
	});

	it('sums without rounding what a number cannot hold', async () => {
		const entries = Array.from({ length: 3 }, () => entry({ money: money('90071992547409.91') }));
		const file = camt({ entries, balances: balance('OPBD') + balance('CLBD', money('1')) });
		expect((await readBank(file)).faults[0]!.sentence).toContain('270.215.977.642.229,73 €');
	});

	it('uses the first opening, else the first that was closed before, and the first closing', async () => {
		const amounts = async (...all: string[]) => {
			const { opening, closing } = await first(camt({ balances: all.join('') }));
			return [opening?.cents, closing?.cents];
		};
		const [opening, before, closing] = ['OPBD', 'PRCD', 'CLBD'].map((code, at) =>
			balance(code, money(`${at + 1}`, 'DBIT'))
		);
		const other = ['ITBD', 'OPAV', 'CLAV', 'FWAV'].map((code) => balance(code, money('x'))).join('');
		expect(await amounts(before!, opening!, other, closing!, balance('CLBD', money('9')))).toEqual([-100, -300]);
		expect(await amounts(other, before!)).toEqual([-200, undefined]);
	});

	it('of a notification has no balances', async () => {
		const file = camt({ entries: [entry()] }, 'camt.054.001.08');
		const { statements, faults } = await readBank(file);
		expect([statements[0]!.opening, statements[0]!.closing, faults]).toEqual([null, null, []]);
	});

	it('tells entries by their status, in each version', async () => {
		const of = async (format: string, statuses: string[]) => {
			const entries = statuses.map((status) => entry({ status }));
			const { entries: booked, pending, other } = await first(camt({ entries }, format));
			return [booked.length, pending, other];
		};
		const codes = ['BOOK', 'PDNG', 'INFO', 'FUTR', 'book', ''];
		expect(
			await of(
				V02,
				codes.map((code) => `<Sts>${code}</Sts>`)
			)
		).toEqual([1, 1, 4]);
		expect(
			await of(
				'camt.053.001.08',
				codes.map((code) => `<Sts><Cd>${code}</Cd></Sts>`)
			)
		).toEqual([1, 1, 4]);
		expect(await of('camt.053.001.08', ['<Sts><Prtry>BOOK</Prtry></Sts>', '<Sts>BOOK</Sts>', ''])).toEqual([0, 0, 3]);
	});
});

describe('an entry', () => {
	it('has its references, code and text', async () => {
		const code =
			'<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn><Prtry><Cd>48</Cd></Prtry></BkTxCd>';
		const rest = `<NtryRef>N 1</NtryRef><AcctSvcrRef>NONREF</AcctSvcrRef>${code}<AddtlNtryInf> a\t\nb </AddtlNtryInf>`;
		expect(await firstEntry(camt({ entries: [entry({ rest })] }))).toMatchObject({
			entryRef: 'N 1',
			bankRef: null,
			code: 'PMNT-ESCT',
			bankCode: '48',
			text: 'a b'
		});
	});

	it.each([
		['<RvslInd>true</RvslInd>', true],
		['<RvslInd> 1 </RvslInd>', true],
		['<RvslInd>false</RvslInd>', false],
		['<RvslInd>0</RvslInd>', false],
		['', false]
	])('%s: a reversal %s, and the sign stays as it is', async (rest, reversal) => {
		const file = camt({ entries: [entry({ rest })] });
		expect(await firstEntry(file)).toMatchObject({ reversal, cents: 1000 });
	});

	it('has days as they are written', async () => {
		const days = '<BookgDt><DtTm>2024-03-01T23:59:59-11:00</DtTm></BookgDt>';
		const rest = '<ValDt><Dt>2024-03-02+05:00</Dt><DtTm>2024-03-03T00:00:00</DtTm></ValDt>';
		const file = camt({ entries: [entry({ booked: days, rest })] });
		expect(await firstEntry(file)).toMatchObject({ booked: '2024-03-01', value: '2024-03-02' });
	});

	it('has a batch for each group that says so', async () => {
		const batches = [
			'<Btch><MsgId>M</MsgId><PmtInfId>P</PmtInfId><NbOfTxs>02</NbOfTxs><TtlAmt Ccy="EUR">3</TtlAmt><CdtDbtInd>DBIT</CdtDbtInd></Btch>',
			'<Btch><MsgId>M</MsgId><NbOfTxs>two</NbOfTxs><TtlAmt Ccy="USD">x</TtlAmt></Btch>',
			'<Btch><TtlAmt Ccy="EUR">4</TtlAmt></Btch>',
			''
		];
		const rest = batches.map((batch) => `<NtryDtls>${batch}</NtryDtls>`).join('');
		const file = camt({ entries: [entry({ rest })] });
		expect((await firstEntry(file)).batches).toEqual([
			{ id: 'P', count: 2, cents: -300 },
			{ id: 'M', count: null, cents: null },
			{ id: null, count: null, cents: 400 }
		]);
	});
});

describe('a part', () => {
	const own = (amount: string, currency = 'EUR') => `<Amt Ccy="${currency}">${amount}</Amt>`;
	const details = (amount: string, currency = 'EUR') => `<AmtDtls><TxAmt>${own(amount, currency)}</TxAmt></AmtDtls>`;
	const cents = async (parts: string[], indicator = 'CRDT', format?: string) => {
		const whole = entryOf(parts, money('10.00', indicator));
		const entries = [format === V02 ? whole.replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>') : whole];
		return (await firstEntry(camt({ entries }, format))).parts.map((part) => part.cents);
	};

	it('that is the only one has the amount of the entry', async () => {
		expect(await cents([])).toEqual([1000]);
		expect(await cents([own('9.50') + details('9.50')])).toEqual([1000]);
		expect(await cents([own('x')], 'DBIT')).toEqual([-1000]);
	});

	it('of several has its own in the currency of the entry', async () => {
		expect(await cents([own('4'), details('6')], 'DBIT')).toEqual([-400, -600]);
		expect(await cents([`${own('4')}<CdtDbtInd>CRDT</CdtDbtInd>`, own('14')], 'DBIT')).toEqual([400, -1400]);
		expect(await cents([own('4', 'USD') + details('3'), details('6', 'USD'), own('x') + details('1')])).toEqual([
			300,
			null,
			null
		]);
		expect(await cents([`<CdtDbtInd>DBIT</CdtDbtInd>${details('4')}`, own('6')])).toEqual([400, 600]);
	});

	it('of version 02 has it in its details only', async () => {
		expect(await cents([own('4') + details('3'), own('6')], 'CRDT', V02)).toEqual([300, null]);
	});

	it('may stand in several groups', async () => {
		const group = (amount: string) => `<NtryDtls><TxDtls>${own(amount)}</TxDtls></NtryDtls>`;
		const file = camt({ entries: [entry({ rest: group('4') + group('6') })] });
		expect((await firstEntry(file)).parts.map((part) => part.cents)).toEqual([400, 600]);
	});

	it('has references, texts and parties', async () => {
		const remittance =
			'<RmtInf><Ustrd> a </Ustrd><Ustrd/><Ustrd>b\nc</Ustrd><Strd><CdtrRefInf><Ref> </Ref></CdtrRefInf></Strd>' +
			'<Strd><CdtrRefInf><Ref>rf73 canone 0012</Ref></CdtrRefInf></Strd></RmtInf><AddtlTxInf>d</AddtlTxInf>';
		const party = (name: string) =>
			`<${name}><Pty><Nm>${name} &amp; C.</Nm></Pty><Nm>other</Nm></${name}><${name}Acct><Id><IBAN>${IBAN}</IBAN></Id></${name}Acct>`;
		const text = `<Refs><EndToEndId>Not Provided</EndToEndId></Refs>${remittance}<RltdPties>${party('Dbtr')}${party('Cdtr')}</RltdPties><BkTxCd><Prtry><Cd>7</Cd></Prtry></BkTxCd>`;
		expect((await firstEntry(camt({ entries: [entryOf([text])] }))).parts).toEqual([
			{
				cents: 1000,
				endToEnd: null,
				reference: 'RF73CANONE0012',
				referenceValid: true,
				text: 'a b c',
				info: 'd',
				debtor: { name: 'Dbtr & C.', iban: IBAN },
				creditor: { name: 'Cdtr & C.', iban: IBAN },
				code: null,
				bankCode: '7',
				original: null
			}
		]);
		const rest = `<NtryDtls><TxDtls>${text}</TxDtls></NtryDtls>`;
		expect((await firstEntry(camt({ entries: [booked02(rest)] }, V02))).parts[0]!.debtor.name).toBe('other');
	});

	const instructed = (amount: string, currency: string, rate = '') =>
		`<AmtDtls><InstdAmt><Amt Ccy="${currency}">${amount}</Amt></InstdAmt>${rate}</AmtDtls>`;
	const rate = '<TxAmt><Amt Ccy="EUR">9</Amt><CcyXchg><XchgRate>0.9</XchgRate></CcyXchg></TxAmt>';

	it('has the original amount where it was another currency', async () => {
		const originals = async (parts: string[], rest = '') => {
			const file = camt({ entries: [entryOf(parts).replace('</Ntry>', `${rest}</Ntry>`)] });
			return (await firstEntry(file)).parts.map(({ original }) => original);
		};
		const dollars = { amount: '1 000', currency: 'USD', rate: '0.9' };
		expect(await originals([instructed(' 1\n000 ', 'USD', rate)])).toEqual([dollars]);
		expect(await originals([instructed('10', 'EUR', rate)])).toEqual([null]);
		expect(await originals([], instructed('1', 'USD'))).toEqual([{ amount: '1', currency: 'USD', rate: null }]);
		expect(await originals([''], instructed('1', 'USD'))).toEqual([{ amount: '1', currency: 'USD', rate: null }]);
		expect(await originals([instructed('2', 'CHF')], instructed('1', 'USD'))).toEqual([
			{ amount: '2', currency: 'CHF', rate: null }
		]);
		expect(await originals(['', ''], instructed('1', 'USD'))).toEqual([null, null]);
	});
});

it('the order of elements does not matter', async () => {
	const inner = [
		'<Amt Ccy="EUR">10.00</Amt>',
		'<CdtDbtInd>CRDT</CdtDbtInd>',
		'<Sts><Cd>BOOK</Cd></Sts>',
		'<BookgDt><Dt>2024-03-01</Dt></BookgDt>',
		'<NtryDtls><TxDtls><Amt Ccy="EUR">4</Amt></TxDtls><TxDtls><Amt Ccy="EUR">6</Amt></TxDtls></NtryDtls>'
	];
	const file = (parts: string[]) => camt({ entries: [`<Ntry>${parts.join('')}</Ntry>`] });
	const { sha256: _, ...forwards } = await readBank(file(inner));
	const { sha256: __, ...backwards } = await readBank(file([...inner].reverse()));
	expect(backwards).toEqual(forwards);
	expect(forwards.faults).toEqual([]);
});

it('the fault-free file of each kind is read', async () => {
	for (const format of ['camt.053.001.02', 'camt.053.001.08', 'camt.054.001.02', 'camt.054.001.08']) {
		const status = format.endsWith('02') ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>';
		const read = await readBank(camt({ entries: [entry({ status })] }, format));
		expect([read.format, read.faults, read.statements[0]!.entries.length]).toEqual([format, [], 1]);
	}
});
