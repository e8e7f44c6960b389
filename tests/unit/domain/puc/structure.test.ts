import { describe, expect, it } from 'vitest';
import { checked, fileOf, PucDraft, shortly } from '../../../support/builders/puc-file';

const lines = () => PucDraft.hub().lines();
const places = (text: string) => checked(text).faults.map(shortly);
/** The faults of the structure, after those of the checks that follow from them. */
const structure = (text: string) => checked(text).faults.filter(({ check }) => check.startsWith('S'));
/** The example with its line `number` replaced. */
const withLine = (number: number, text: string) => fileOf(lines().with(number - 1, text));

describe('S01: a line that has not the form of a record', () => {
	it.each([
		['blank', '', 'La riga 29 è vuota: la tolga.'],
		['blanks', '   ', 'La riga 29 è vuota: la tolga.'],
		['no marks', 'PR01', 'La riga 29 non ha la forma TABELLA#NUMERO#CAMPI#: la riscriva in questa forma.'],
		['no last mark', 'PR01#28#MI4.2.1.c|EX|31/12/2018|', 'La riga 29 non ha la forma'],
		['more after the last mark', 'PR01#28#MI4.2.1.c|EX|31/12/2018|# ', 'La riga 29 non ha la forma'],
		['no number', 'PR01##MI4.2.1.c|EX|31/12/2018|#', 'La riga 29 non ha la forma'],
		['a sign', 'PR01#-28#MI4.2.1.c|EX|31/12/2018|#', 'La riga 29 non ha la forma'],
		['ten figures', 'PR01#0000000028#MI4.2.1.c|EX|31/12/2018|#', 'La riga 29 non ha la forma'],
		['figures of another script', 'PR01#٢٨#MI4.2.1.c|EX|31/12/2018|#', 'La riga 29 non ha la forma'],
		['a mark in a field', 'PR01#28#MI4.2.1.c|E#X|31/12/2018|#', 'un campo contiene il carattere #.']
	])('%s', (_, text, sentence) => {
		const report = checked(withLine(29, text));
		expect(report.records).toBe(32);
		expect(report.tables.PR01).toBeUndefined();
		const [absent, fault] = report.faults;
		expect(shortly(absent!)).toBe('010 AP00 2');
		expect(fault).toMatchObject({ check: 'S01', table: null, record: null, line: 29, field: null, project: null });
		expect(fault!.sentence).toContain(sentence);
		expect(report.faults).toHaveLength(2);
	});

	it('nine figures are a number', () => {
		expect(places(withLine(29, 'PR01#000000028#MI4.2.1.c|EX|31/12/2018|#'))).toEqual([]);
	});
});

describe('S02 to S04', () => {
	it.each([
		['FO00', 'FO00#28#MI4.2.1.c|EX|31/12/2018|#'],
		['SC01', 'SC01#28#a|b#'],
		['pr01', 'pr01#28#MI4.2.1.c|EX|31/12/2018|#'],
		['constructor', 'constructor#28##'],
		['', '#28##']
	])('S02: the table %j is unknown', (table, text) => {
		const { faults, tables } = checked(withLine(29, text));
		expect(faults.map(shortly)).toEqual(['010 AP00 2', `S02 ${table} 28`]);
		expect(faults[1]).toMatchObject({ table, record: 28, line: 29, field: null, project: null });
		expect(Object.keys(tables)).not.toContain(table);
	});

	it('S03: a number is the place of its line, whatever else the line has', () => {
		expect(places(withLine(29, 'PR01#29#MI4.2.1.c|EX|31/12/2018|#'))).toEqual(['S03 PR01 29']);
		expect(places(withLine(29, 'PR01#0#MI4.2.1.c|EX|31/12/2018|#'))).toEqual(['S03 PR01 0']);
		expect(places(withLine(29, 'XX00#7#x#'))).toEqual(['010 AP00 2', 'S02 XX00 7', 'S03 XX00 7']);
		expect(places(withLine(29, 'PR01#7#MI4.2.1.c|x#'))).toEqual(['010 AP00 2', 'S03 PR01 7', 'S04 PR01 7']);
		const [fault] = structure(withLine(29, 'PR01#7#MI4.2.1.c|EX|31/12/2018|#'));
		expect(fault).toMatchObject({ record: 7, line: 29, project: 'MI4.2.1.c' });
		expect(fault!.sentence).toBe('La riga 29 porta il numero 7 invece di 28: numeri le righe di seguito, da 1.');
	});

	it('a blank line counts as a place, so the numbers after it are right', () => {
		const blank = [...lines().slice(0, 3), '', ...lines().slice(3)];
		const { faults, records } = checked(fileOf(blank));
		expect(records).toBe(33);
		expect(faults.map(({ check }) => check)).toEqual(['S01', ...Array<string>(30).fill('S03'), 'S10']);
	});

	it.each([
		['PR01#28#MI4.2.1.c|EX|31/12/2018#', 'MI4.2.1.c'],
		['PR01#28#MI4.2.1.c|EX|31/12/2018||#', 'MI4.2.1.c'],
		['PR01#28##', null],
		['PR01#28#|||||#', null]
	])('S04: %s', (text, project) => {
		const report = checked(withLine(29, text));
		expect(report.faults.map(shortly)).toEqual(['010 AP00 2', 'S04 PR01 28']);
		expect(report.faults[1]).toMatchObject({ project, line: 29, field: null });
		expect(report.tables.PR01).toBeUndefined();
	});
});

describe('S05 to S09 and S14: fields', () => {
	const long = (length: number) => 'è'.repeat(length);
	it.each<[string, (file: PucDraft) => PucDraft, string[]]>([
		['mandatory and empty', (file) => file.set('PR01', { state: '' }), ['010 AP00 2', 'S05 PR01 28 2']],
		['no project', (file) => file.set('PR01', { project: '' }), ['010 AP00 2', 'S05 PR01 28 1']],
		['as long as allowed', (file) => file.set('AP00', { title: long(500) }), []],
		['code points, not units', (file) => file.set('AP00', { title: '🔑'.repeat(500) }), []],
		['longer', (file) => file.set('AP06', { address: long(1001) }), ['003 AP00 2', 'S06 AP06 14 5']],
		['a kind of one character', (file) => file.set('FN09', { kind: '10' }), ['S06 FN09 22 4']],
		['a blank is not nothing', (file) => file.set('PR01', { state: ' ' }), []],
		['no real day', (file) => file.set('PR01', { date: '29/02/2019' }), ['010 AP00 2', 'S07 PR01 28 3']],
		['a leap day', (file) => file.set('PR01', { date: '29/02/2020' }), []],
		['day and month without zeros', (file) => file.set('PR01', { date: '1/2/2018' }), ['010 AP00 2', 'S07 PR01 28 3']],
		['a day as in data files', (file) => file.set('PR01', { date: '2018-12-31' }), ['010 AP00 2', 'S07 PR01 28 3']],
		['the first day', (file) => file.set('PR01', { date: '01/01/1900' }), []],
		['before the first day', (file) => file.set('PR01', { date: '31/12/1899' }), ['010 AP00 2', 'S07 PR01 28 3']],
		['the last day', (file) => file.set('AP00', { plannedEnd: '31/12/2199' }), []],
		['an optional date', (file) => file.set('PA00', { end: '31/04/2020' }), ['013 AP01 3', 'S07 PA00 1 10']],
		['the first year', (file) => file.set('FN03', { year: '1900' }), []],
		['the last year', (file) => file.set('FN03', { year: '2199' }), []],
		['after the last year', (file) => file.set('FN03', { year: '2200' }), ['011 AP00 2', 'S07 FN03 32 2']],
		['a year of three figures', (file) => file.set('FN03', { year: '201' }), ['011 AP00 2', 'S07 FN03 32 2']],
		['a point', (file) => file.set('FN02', { amount: '900.00' }), ['018 AP00 2', 'S08 FN02 16 3']],
		['thousands', (file) => file.set('FN02', { amount: '1.900,00' }), ['018 AP00 2', 'S08 FN02 16 3']],
		['one decimal', (file) => file.set('FN02', { amount: '900,0' }), ['018 AP00 2', 'S08 FN02 16 3']],
		['a plus', (file) => file.set('FN02', { amount: '+900,00' }), ['018 AP00 2', 'S08 FN02 16 3']],
		['eleven figures', (file) => file.set('FN02', { amount: '99999999999,99' }), []],
		['twelve figures', (file) => file.set('FN02', { amount: '999999999999,99' }), ['018 AP00 2', 'S08 FN02 16 3']],
		['zero above zero', (file) => file.set('FN02', { amount: '0,00' }), ['018 AP00 2', 'S14 FN02 16 3']],
		['below zero', (file) => file.set('FN02', { amount: '-1,00' }), ['018 AP00 2', 'S14 FN02 16 3']],
		['zero from zero', (file) => file.set('IN01', { achieved: '0,00' }), []],
		['minus zero from zero', (file) => file.set('IN01', { achieved: '-0,00' }), []],
		['below zero from zero', (file) => file.set('IN01', { achieved: '-0,01' }), ['008 AP00 2', 'S14 IN01 25 5']],
		['a small s for the flag', (file) => file.set('AP05', { flag: 's' }), ['002 AP00 2', 'S09 AP05 13 3']],
		['N for the flag', (file) => file.set('AP05', { flag: 'N' }), ['002 AP00 2', 'S09 AP05 13 3']],
		['a state that is none', (file) => file.set('AP04', { state: '3' }), ['S09 AP04 12 3']],
		['a kind of payment for a commitment', (file) => file.set('FN05', { admittedKind: 'P' }), ['S09 FN05 18 8']],
		['two fields', (file) => file.set('AP02', { revenue: 'X', place: '' }), ['S05 AP02 4 7', 'S09 AP02 4 4']]
	])('%s', (_, change, faults) => {
		const found = change(PucDraft.hub()).check().faults;
		const consequences = ['020', '021', '022', '023', '030', '014', '015'];
		expect(found.map(shortly).filter((place) => !consequences.some((number) => place.startsWith(number)))).toEqual(
			faults
		);
		for (const { check, project } of found) if (/^S/.test(check) && project === null) expect(check).toMatch(/S0[57]/);
	});

	it.each<[string, (file: PucDraft) => PucDraft, string[]]>([
		[
			'a de-commitment has its cause',
			(file) => file.copy('FN04', { kind: 'D', code: 'D1', amount: '1,00' }),
			['S05 FN04 33 6']
		],
		['also for transfers', (file) => file.copy('FN04', { kind: 'D-TR', amount: '1,00' }), ['S05 FN04 33 6']],
		[
			'an admitted de-commitment too, by the admitted kind',
			(file) => file.copy('FN05', { admittedKind: 'D', amount: '1,00' }),
			['S05 FN05 33 9']
		],
		['an institution of level 2', (file) => file.set('AP02', { institution: '2' }), ['S05 AP02 4 6']],
		['an institution of level 3', (file) => file.set('AP02', { institution: '3' }), ['S05 AP02 4 6']],
		['an institution of level 1', (file) => file.set('AP02', { institution: '1' }), []],
		['with its fund of funds', (file) => file.set('AP02', { institution: '3', fundOfFunds: 'N' }), []],
		[
			'a public subject',
			(file) => file.copy('SC00', { role: '3', ipa: '', name: '' }),
			['S05 SC00 33 5', 'S05 SC00 33 6']
		],
		['a private one', (file) => file.copy('SC00', { role: '3', public: 'N', ipa: '', name: '' }), []],
		[
			'without a tax code',
			(file) => file.copy('SC00', { public: 'N', taxCode: '🔑23456789012345*', ipa: '', name: '' }),
			['S05 SC00 33 6', 'S05 SC00 33 8']
		],
		['an asterisk elsewhere', (file) => file.copy('SC00', { public: 'N', taxCode: '12345678901234*', name: '' }), []],
		[
			'an award without a code of its own',
			(file) => file.add('PG00', ['MI4.2.1.c', 'G1', '9999', '', '', '', '', '', '', '', '']),
			['4', '5', '6', '7', '8', '9', '10'].map((field) => `S05 PG00 33 ${field}`)
		],
		['an award with one', (file) => file.add('PG00', ['MI4.2.1.c', 'G1', 'Z1', '', '', '', '', '', '', '', '']), []],
		[
			'what another field asks for is looked at only without other faults',
			(file) => file.set('AP02', { institution: '2', revenue: 'X' }),
			['S09 AP02 4 4']
		]
	])('mandatory by another field: %s', (_, change, faults) => {
		expect(change(PucDraft.hub()).check().faults.map(shortly)).toEqual(faults);
	});

	it('says a value that is no amount, and how it is written', () => {
		const sentence = (amount: string) => PucDraft.hub().set('FN02', { amount }).check().faults.at(-1)!.sentence;
		expect(sentence('198000.01')).toContain('«198000.01»');
		expect(sentence('198000.01')).toContain('(per esempio 198000,01)');
		expect(sentence('molto')).toContain('(per esempio 1234,50)');
		expect(sentence('9'.repeat(500)).length).toBeLessThan(200);
	});
});

describe('S10 and S13: the ends', () => {
	it.each(['FF#33#31#', 'FF#32#32#', 'FF#33#32', 'FF#33#32# ', 'FF#033#32#'])('S10: %j', (text) => {
		expect(checked(withLine(34, text)).faults).toMatchObject([
			{ check: 'S10', table: null, record: null, line: 34, field: null, project: null }
		]);
	});

	it('a file without records is well-formed', () => {
		const report = checked(fileOf(['HH#0#x#PUC#', 'FF#1#0#']));
		expect(report).toMatchObject({ sender: 'x', records: 0, tables: {}, faults: [] });
	});

	it.each([
		['the first line', fileOf(lines()).replace('\r\n', '\n'), 1],
		['every line', fileOf(lines()).replaceAll('\r\n', '\n'), 1],
		['one in the middle', fileOf(lines()).replace('PROC0|#\r\n', 'PROC0|#\n'), 4],
		['the last, without an end', fileOf(lines()).slice(0, -2), 34],
		['the last, with half an end', fileOf(lines()).slice(0, -1), 34]
	])('S13: %s, said once, and nothing else changes', (_, text, line) => {
		expect(checked(text).faults).toMatchObject([{ check: 'S13', table: null, record: null, line, field: null }]);
	});
});

describe('S11 and S12: records among others', () => {
	it('S11: a record of a project that the file does not describe takes no part', () => {
		const file = PucDraft.hub().copy('FN06', { project: 'ALTRO', amount: '500000,00' });
		expect(file.check().faults).toMatchObject([
			{ check: 'S11', table: 'FN06', record: 33, line: 34, field: null, project: 'ALTRO' }
		]);
	});

	it('S11: a project with a fault describes nothing, a cancelled one does and is not checked', () => {
		const faulty = PucDraft.hub().set('AP00', { cup: '' }).check();
		expect(faulty.faults.map(({ check }) => check)).toEqual(
			['S05', ...Array<string>(30).fill('S11')].sort((a, b) => a.localeCompare(b))
		);
		expect(faulty.faults.at(-1)!.sentence).toContain('ha un errore alla riga 3');
		expect(PucDraft.hub().set('AP00', { flag: 'S' }).drop('FN03').check().faults).toEqual([]);
	});

	it('S11: records of tables without a project have none to miss', () => {
		const file = PucDraft.hub().drop('AP00', 'AP01', 'AP02', 'AP03', 'AP04', 'AP05', 'AP06', 'IN00', 'IN01', 'SC00');
		const other = file.add('TR00', ['T1', '01/01/2020', 'P', '1', '5,00', '01199250158', 'S', '']).check();
		expect(other.faults.filter(({ table }) => table === 'PA00' || table === 'TR00')).toEqual([]);
	});

	it('S12: the later of two keys takes no part, whether one is cancelled or not', () => {
		const twice = PucDraft.hub().copy('FN06', { amount: '500000,00' });
		expect(twice.check().faults.map(shortly)).toEqual(['S12 FN06 33']);
		const cancelled = PucDraft.hub().copy('FN06', { flag: 'S' });
		expect(cancelled.check().faults.map(shortly)).toEqual(['S12 FN06 33']);
		const stepped = PucDraft.hub().set('AP04', { state: '2' }).copy('AP04', { state: '1' });
		expect(stepped.check().faults.map(shortly)).toContain('S12 AP04 33');
		const projects = PucDraft.hub().copy('AP00', { title: 'Altro titolo' });
		expect(projects.check().faults.map(shortly)).toEqual(['S12 AP00 33']);
		const procedures = PucDraft.hub().copy('PA00', { name: 'Altro nome' });
		expect(procedures.check().faults.map(shortly)).toEqual(['S12 PA00 33']);
	});

	it('S12: a key is free after a record with a fault in a field, and names its line otherwise', () => {
		const free = PucDraft.hub().set('FN02', { amount: '9' }).copy('FN02', { amount: '9,00' });
		expect(free.check().faults.map(shortly)).toEqual(['S08 FN02 16 3']);
		const [fault] = PucDraft.hub().copy('FN02', {}).check().faults;
		expect(fault!.sentence).toBe('Ha la stessa chiave della riga 17: tolga una delle due righe.');
	});

	it('S12 before S11: of two equal records without a project, the later one is a repetition', () => {
		const file = PucDraft.hub().copy('FN02', { project: 'ALTRO' }).copy('FN02', { project: 'ALTRO' });
		expect(file.check().faults.map(shortly)).toEqual(['S11 FN02 33', 'S12 FN02 34']);
	});
});

it('faults are ascending by check, then record, line and field', () => {
	const file = PucDraft.hub().set('AP00', { aid: '', cup: '' }).set('PA00', { aid: 'X', code: '' });
	const found = checked(fileOf([...file.lines().slice(0, -1), 'XX#2#x#', 'FF#9#9#'])).faults.map(shortly);
	expect(found.slice(0, 5)).toEqual(['S02 XX 2', 'S03 XX 2', 'S05 PA00 1 1', 'S05 AP00 2 5', 'S05 AP00 2 6']);
	expect(found.slice(5, 7)).toEqual(['S09 PA00 1 5', 'S10']);
	expect(found.slice(7).map((place) => place.slice(0, 3))).toEqual(Array<string>(30).fill('S11'));
	expect(found.at(-1)).toBe('S11 FN03 32');
});
