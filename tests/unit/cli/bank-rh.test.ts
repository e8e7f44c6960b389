import { describe, expect, it } from 'vitest';
import { checkBank, readBank, refusalOf, saidIn } from '../../support/bank/check-bank';
import { closed, detail, file, flow, head, movement, opened, record, tail } from '../../support/bank/rh';

const right = file(flow([opened(), movement(), closed()]));
const first = async (records: readonly string[]) => (await readBank(file(flow(records)))).statements[0]!;
const said = async (records: readonly string[]) => saidIn(await readBank(file(flow(records))));
const partOf = async (...details: string[]) =>
	(await first([opened(), movement(), ...details, closed()])).entries[0]!.parts[0]!;

describe('a report', () => {
	it('may end its lines in any way, be short, and have blanks or the old end of a file behind it', async () => {
		const { statements } = await readBank(right);
		const short = right.replaceAll(/ +\r\n/g, '\r\n');
		const files = [
			right.replaceAll('\r\n', '\n'),
			short,
			short.trimEnd(),
			right.replaceAll('\r\n', '   \r\n'),
			right.replaceAll('\r\n', '\r\n\r\n'),
			`${right}\u001a`,
			`${right.trimEnd()}\u001a\u001a\r\n\r\n`,
			`${short.trimEnd()}\u001a`,
			right.replace('\r\n', `${' '.repeat(200_000)}\r\n`)
		];
		for (const one of files) expect(await readBank(one)).toMatchObject({ statements, faults: [], message: null });
		expect(await checkBank(right)).toMatchObject({ exit: 0 });
	});

	it('is of windows-1252', async () => {
		const text = file(flow([opened(), movement({ 87: 'PERCH\u00c9 5 \u0080' }), closed()]));
		expect((await readBank(Buffer.from(text, 'latin1'))).statements[0]!.entries[0]!.text).toBe('PERCHÉ 5 €');
	});

	it('may hold several flows and accounts', async () => {
		const account = (number: string) => [opened({ 4: number }), movement(), closed()];
		const two = [...flow([...account('0000001'), ...account('0000002')]), ...flow(account('0000003'))];
		const { statements, faults } = await readBank(file(two));
		expect(statements.map(({ sequence }) => sequence)).toEqual(['0000001', '0000002', '0000003']);
		expect(faults).toEqual([]);
	});
});

describe('an account', () => {
	it('is an IBAN where it has the first four characters, else a number', async () => {
		expect(await first([opened(), closed()])).toMatchObject({ iban: 'IT60X0542811101000000123456', account: null });
		const national = { 52: ' 0542811101       12345', 100: '    ' };
		expect(await first([opened(national), closed()])).toMatchObject({
			iban: null,
			account: '054281110112345',
			key: ['054281110112345', '2024-03-01 FLOW', '0000001']
		});
		expect(await said([opened({ 100: 'IT61' }), movement(), closed()])).toEqual(['iban-invalid 1.-.-']);
		expect(await said([opened({ 52: ' '.repeat(23), 100: '    ' }), movement(), closed()])).toEqual([
			'account-missing 1.-.-'
		]);
	});

	it('has balances with days of either century', async () => {
		const own = await first([opened({ 78: '311299', 84: 'D' }), movement(), closed({ 11: 'USD' })]);
		expect(own.opening).toEqual({ cents: 0, date: '1999-12-31', currency: 'EUR' });
		expect(own.closing).toEqual({ cents: 1000, date: '2024-03-01', currency: 'USD' });
	});

	it.each([
		['an amount without comma', opened({ 85: '000000000001000' }), closed(), 'amount-invalid'],
		['a third decimal', opened(), closed({ 21: '00000000010,005' }), 'amount-precision'],
		['a minus', opened({ 85: '-00000000000,00' }), closed(), 'amount-negative'],
		['a sign', opened({ 84: '+' }), closed(), 'indicator-invalid'],
		['a sign of ISO', opened(), closed({ 20: ' ' }), 'indicator-invalid'],
		['a day', opened({ 78: '300224' }), closed(), 'date-invalid'],
		['no day', opened(), closed({ 14: '      ' }), 'date-missing'],
		['another currency', opened(), closed({ 11: 'CHF' }), 'currency-differs'],
		['a currency that nobody knows', opened(), closed({ 11: 'EUX' }), 'currency-unknown'],
		['no currency', opened(), closed({ 11: '   ' }), 'currency-missing'],
		['another sum', opened(), closed({ 21: '000000000010,01' }), 'balance-mismatch'],
		['an unknown record', opened(), `${record('66')}\r\n${closed()}`, 'record-unknown']
	])('can have wrong %s', async (_, before, after, code) => {
		const records = after.includes('\r\n') ? 4 : 3;
		const text = file([head(), before, movement(), after, tail(1, records + 2)]);
		expect(saidIn(await readBank(text))).toEqual([`${code} 1.-.-`]);
	});

	it('can lack its closing, or have two', async () => {
		expect(await said([opened(), movement()])).toEqual(['closing-missing 1.-.-']);
		expect(await said([opened(), movement(), opened({ 4: '0000002' }), movement(), closed()])).toEqual([
			'closing-missing 1.-.-'
		]);
		expect(await said([opened(), movement(), closed(), record('65'), closed({ 20: 'D' })])).toEqual([
			'balance-repeated 1.-.-'
		]);
	});

	it('can come again', async () => {
		const one = flow([opened(), movement(), closed()]);
		expect(saidIn(await readBank(file([...one, ...one])))).toEqual(['statement-repeated 2.-.-']);
	});

	it('is of a flow whose day or name may be missing', async () => {
		const of = async (fields: Record<number, string>) => {
			const { statements, faults } = await readBank(file([head(fields), opened(), movement(), closed(), tail(1, 5)]));
			return [statements[0]!.id, statements[0]!.created, faults.map(({ code }) => code)];
		};
		expect(await of({ 20: '    ' })).toEqual(['2024-03-01', '2024-03-01', []]);
		expect(await of({ 14: '      ' })).toEqual(['FLOW', null, []]);
		expect(await of({ 14: '300224' })).toEqual(['FLOW', null, ['date-invalid']]);
		expect(await of({ 14: '      ', 20: '    ' })).toEqual([null, null, ['id-missing']]);
	});
});

describe('a movement', () => {
	it('has its fields', async () => {
		const fields = { 26: 'D', 27: '000000000002,50', 42: '1699', 62: 'RIF  1', 87: 'TEXT' };
		const [entry] = (await first([opened(), movement(fields), closed()])).entries;
		expect(entry).toMatchObject({
			entryRef: null,
			bankRef: 'RIF 1',
			bankCode: '16',
			cents: -250,
			currency: 'EUR',
			booked: '2024-03-01',
			value: '2024-03-02',
			text: 'TEXT',
			reversal: false,
			batches: []
		});
		expect((await first([opened(), movement({ 62: 'NONREF' }), closed()])).entries[0]!.bankRef).toBeNull();
	});

	it('can be wrong', async () => {
		const one = (fields: Record<number, string>) => said([opened(), movement(fields), movement()]);
		const closing = 'closing-missing 1.-.-';
		expect(await one({ 27: ' '.repeat(15) })).toEqual(['amount-invalid 1.1.-', closing]);
		expect(await one({ 26: 'A' })).toEqual(['indicator-invalid 1.1.-', closing]);
		expect(await one({ 20: '      ' })).toEqual(['date-missing 1.1.-', closing]);
		expect(await one({ 20: '310224' })).toEqual(['date-invalid 1.1.-', closing]);
		expect(await one({ 14: '310224' })).toEqual(['date-invalid 1.1.-', closing]);
		expect(await one({ 14: '      ' })).toEqual([closing]);
		expect(await said([opened(), movement({ 62: 'A' }), movement({ 62: 'A' })])).toEqual([
			'reference-repeated 1.2.-',
			closing
		]);
	});

	it('has details', async () => {
		const part = await partOf(
			detail('ZZ2', { 17: 'OTHER ORDERER' }),
			detail('YYY', { 17: '01032024', 41: 'ORDERER', 81: 'TOWN' }),
			detail('YY2', { 17: 'ADDRESS', 67: 'IT60X0542811101000000123456' }),
			detail('ZZ3', { 17: 'BENEFICIARY', 67: 'REASON' }),
			detail('FRE', { 17: 'E  TEXT' }),
			detail('ID1', { 17: 'MESSAGE', 52: 'END-1' }),
			detail('RI1', { 17: 'ONE' }),
			detail('KKK', { 17: 'IGNORED' }),
			detail('   ', { 17: 'MORE' }),
			detail('RI2', { 17: 'TWO', 53: 'NOT READ' }),
			detail('ZZ1', { 17: '000000000100,50', 35: 'USD', 80: '1,0850' })
		);
		expect(part).toEqual({
			cents: 1000,
			endToEnd: 'END-1',
			reference: null,
			referenceValid: null,
			text: 'REASON ONE TWO',
			info: 'FREE TEXT MORE',
			debtor: { name: 'ORDERER', iban: 'IT60X0542811101000000123456' },
			creditor: { name: 'BENEFICIARY', iban: null },
			code: null,
			bankCode: null,
			original: { amount: '000000000100,50', currency: 'USD', rate: '1,0850' }
		});
	});

	it('has fewer where they say nothing', async () => {
		expect((await partOf(detail('ZZ2', { 17: 'ORDERER' }))).debtor.name).toBe('ORDERER');
		expect((await partOf(detail('ID1', { 52: 'NOT PROVIDED' }))).endToEnd).toBeNull();
		expect((await partOf(detail('ZZ1', { 17: '1,00', 35: 'EUR' }))).original).toBeNull();
		expect((await partOf(detail('ZZ1', { 17: '1,00' }))).original).toBeNull();
		const wrong = [opened(), movement(), detail('ZZ1', { 35: 'EUX' }), detail('YY2', { 67: 'X' }), closed()];
		expect((await said(wrong)).sort()).toEqual(['currency-unknown 1.1.1', 'iban-invalid 1.1.1']);
	});

	it('ends at a record of an unknown type', async () => {
		const records = [opened(), movement(), record('99'), movement(), detail('RI1', { 17: 'X' }), closed()];
		const { entries } = await first(records);
		expect(entries.map(({ parts }) => parts[0]!.text)).toEqual([null, 'X']);
		expect(await refusalOf(file(flow([opened(), movement(), record('99'), detail('RI1'), closed()])))).toEqual({
			code: 'structure',
			line: 5
		});
	});
});

it('an unknown record outside of accounts belongs to no statement', async () => {
	const unknown = record('99');
	const own = [opened(), movement(), closed()];
	expect(await said([unknown, ...own])).toEqual(['record-unknown -.-.-']);
	expect(saidIn(await readBank(file([...flow(own), unknown])))).toEqual(['record-unknown -.-.-']);
	expect(await said([...own, unknown])).toEqual(['record-unknown 1.-.-']);
});

it.each([
	['accounts', tail(2, 5)],
	['records', tail(1, 6)],
	['nothing', record('EF')]
])('the tail can count other %s', async (_, last) => {
	const { faults } = await readBank(file([head(), opened(), movement(), closed(), last]));
	expect(faults).toMatchObject([{ code: 'count-mismatch', statement: null, entry: null, part: null, line: 5 }]);
});

const body = [opened(), movement(), closed()];
it.each([
	['truncated', 'no tail', [head(), ...body], 4],
	['truncated', 'a second flow without tail', [...flow(body), head()], 6],
	['truncated', 'a head before the tail', [head(), opened(), head(), opened(), tail(2, 5)], 3],
	['structure', 'no account', [head(), tail(0, 2)], null],
	['structure', 'a movement without account', [head(), movement(), tail(0, 3)], 2],
	['structure', 'details without movement', [head(), opened(), detail('RI1'), tail(1, 4)], 3],
	['structure', 'a movement after the closing', [head(), opened(), closed(), movement(), tail(1, 5)], 4],
	['structure', 'an unused record before the closing', [head(), opened(), record('65'), closed(), tail(1, 5)], 3],
	['structure', 'a tail without head', [...flow(body), tail(1, 5)], 6],
	['structure', 'an account without head', [...flow(body), opened()], 6],
	['structure', 'a first position that is not blank', [head(), opened().replace(' ', 'X')], 2],
	['structure', 'a line that is too long', [head(), `${opened()}X`], 2],
	['structure', 'something after the end of the file', [...flow(body), '\u001a', ...flow(body)], 7]
])('%s: %s', async (code, _, records, line) => {
	expect(await refusalOf(file(records))).toEqual({ code, line });
});

it('a line without end is refused in flat memory', async () => {
	expect(await refusalOf(` RH${'X'.repeat(300_000)}`)).toEqual({ code: 'structure', line: 1 });
});
