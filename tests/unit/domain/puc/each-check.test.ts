import { describe, expect, it, test } from 'vitest';
import type { Codes } from '$lib/domain/puc/codes';
import { checks, NEVER_RUN } from '$lib/domain/puc/checks/all';
import { transferDays } from '$lib/domain/puc/checks/days';
import { codes, PucDraft, shortly } from '../../../support/builders/puc-file';

const PROGRAMME = '2014IT16M2OP004';
const withFunds = (...funds: string[]): Codes => ({ ...codes, TC4: new Map([[PROGRAMME, funds]]) });
const FOREIGN = '2014IT05M9OP001';
const FUTURE = '01/01/2021';
/** Money that comes and goes again on a second level or code, so that its balance is nothing. */
const back = { admittedDate: '13/06/2018', cause: 'X' } as const;

type Case = readonly [number: string, change: (file: PucDraft) => PucDraft, faults: readonly string[], with_?: Codes];

/** A change of the file without faults that turns exactly one check red, or two where one cannot be alone. */
const cases: readonly Case[] = [
	['001', (file) => file.dropAt('AP03', 0), ['001 AP00 2']],
	['002', (file) => file.drop('AP05'), ['002 AP00 2']],
	['003', (file) => file.drop('AP06'), ['003 AP00 2']],
	['004', (file) => file.dropAt('SC00', 1), ['004 AP00 2']],
	['004', (file) => file.drop('SC00'), ['004 AP00 2']],
	[
		'005',
		(file) => file.drop('FN00', 'FN04', 'FN05', 'FN06', 'FN07', 'FN08', 'FN10').set('FN01', { amount: '0,00' }),
		['005 AP00 2']
	],
	['006', (file) => file.drop('FN01', 'FN05', 'FN07'), ['006 AP00 2']],
	['007', (file) => file.drop('IN00'), ['007 AP00 2']],
	['008', (file) => file.set('IN01', { kind: 'DPR' }), ['008 AP00 2']],
	['009', (file) => file.drop('PR00'), ['009 AP00 2']],
	['010', (file) => file.drop('PR01'), ['010 AP00 2']],
	['011', (file) => file.drop('FN03'), ['011 AP00 2']],
	['013', (file) => file.drop('AP01'), ['013 AP00 2']],
	['013', (file) => file.set('AP01', { procedure: 'PROC1' }), ['013 AP01 3']],
	['013', (file) => file.set('PA00', { flag: 'S' }), ['013 AP01 3']],
	['014', (file) => file.dropAt('AP03', 1), ['014 AP04 11'], withFunds('ERDF')],
	['014', (file) => file.dropAt('AP03', 5), ['014 AP04 11'], withFunds('ERDF')],
	['015', (file) => file.dropAt('AP03', 6), ['015 AP04 11'], withFunds('ERDF', 'ESF')],
	['015', (file) => file.dropAt('AP03', 2), ['015 AP04 11'], withFunds('ESF')],
	['016', (file) => file.dropAt('AP03', 6), ['016 AP04 11'], withFunds('YEI')],
	['017', (file) => file, ['017 AP04 12'], withFunds('EAFRD')],
	['018', (file) => file.drop('FN02'), ['018 AP00 2']],
	[
		'019',
		(file) => file.set('FN04', { kind: 'I-TR' }).set('FN05', { kind: 'I-TR', admittedKind: 'I-TR' }),
		['019 FN06 19']
	],
	['020', (file) => file.copy('FN01', { programme: FOREIGN, amount: '0,00' }), ['020 FN01 33']],
	[
		'021',
		(file) =>
			file
				.copy('FN05', { programme: FOREIGN, amount: '1,00' })
				.copy('FN05', { programme: FOREIGN, amount: '1,00', admittedKind: 'D', ...back }),
		['021 FN05 33', '021 FN05 34']
	],
	[
		'022',
		(file) =>
			file
				.copy('FN07', { programme: FOREIGN, amount: '1,00' })
				.copy('FN07', { programme: FOREIGN, amount: '1,00', admittedKind: 'R', ...back }),
		['022 FN07 33', '022 FN07 34']
	],
	['023', (file) => file.set('FN09', { level: 'L-X' }), ['023 FN09 22']],
	['024', (file) => file.set('FN01', { amount: '109429,38' }), ['024 FN01 15']],
	[
		'025',
		(file) => file.set('FN04', { amount: '109429,36' }).copy('FN04', { code: 'I2', amount: '0,01' }),
		['025 FN04 17']
	],
	[
		'026',
		(file) =>
			file
				.set('FN06', { amount: '108524,65' })
				.set('FN08', { amount: '108524,65' })
				.copy('FN06', { code: 'P2', amount: '0,01' }),
		['026 FN06 19']
	],
	['027', (file) => file.set('FN04', { amount: '109429,38' }), ['027 FN04 17']],
	['028', (file) => file.set('FN06', { amount: '109429,38' }), ['028 FN06 19']],
	['029', (file) => file.set('FN01', { amount: '109429,36' }), ['029 FN05 18']],
	['030', (file) => file.set('FN05', { amount: '108524,65' }), ['030 FN07 20']],
	['031', (file) => file.add('TR00', ['T1', FUTURE, PROGRAMME, '1', '5,00', '01199250158', 'S', '']), ['031 TR00 33']],
	['032', (file) => file.set('FN04', { date: FUTURE }).set('FN05', { date: FUTURE }), ['032 FN04 17']],
	[
		'033',
		(file) => file.set('FN06', { date: FUTURE }).set('FN07', { date: FUTURE }).set('FN08', { date: FUTURE }),
		['033 FN06 19']
	],
	['034', (file) => file.set('FN05', { admittedDate: FUTURE }), ['034 FN05 18']],
	['035', (file) => file.set('FN07', { admittedDate: FUTURE }), ['035 FN07 20']],
	['036', (file) => file.set('PR01', { date: FUTURE }), ['036 PR01 28']],
	['037', (file) => file.set('FN08', { amount: '108524,67' }), ['037 FN08 21']],
	[
		'038',
		(file) => file.copy('FN10', { fund: 'PRT', amount: '1,00' }).set('FN03', { toDo: '903,71' }),
		['038 FN10 33']
	],
	['039', (file) => file.set('FN03', { toDo: '904,72' }), ['039 FN03 32']],
	['039', (file) => file.set('FN03', { toDo: '904,70' }), ['039 FN03 32']],
	['040', (file) => file.set('PR00', { actualEnd: '01/06/2020' }, 1), ['040 IN01 25']],
	[
		'041',
		(file) =>
			file.set('PR00', { actualEnd: '01/06/2020' }, 1).set('PR00', { actualEnd: '' }).set('IN01', { achieved: '0,00' }),
		['041 PR00 27']
	],
	['042', (file) => file.set('PR00', { actualStart: '' }), ['042 PR00 26']],
	[
		'043',
		(file) => file.drop('AP04', 'FN01', 'FN05', 'FN07', 'FN09').set('IN00', { kind: 'DPR' }),
		['006 AP00 2', '043 IN00 19']
	],
	[
		'044',
		(file) =>
			file.set('AP04', { state: '2' }).drop('FN01', 'FN05', 'FN07', 'FN09').copy('IN01', { kind: 'DPR', achieved: '' }),
		['006 AP00 2', '044 IN01 29']
	],
	['045', (file) => file.set('FN02', { item: 'V02' }), ['045 FN02 16']],
	['046', (file) => file.set('PR00', { phase: '0201' }), ['046 PR00 26']],
	[
		'047',
		(file) =>
			file
				.copy('FN05', { code: 'I9', amount: '1,00' })
				.copy('FN05', { code: 'I9', amount: '1,00', admittedKind: 'D', ...back }),
		['047 FN05 33', '047 FN05 34']
	],
	[
		'048',
		(file) =>
			file
				.copy('FN07', { date: '11/06/2018', amount: '1,00' })
				.copy('FN07', { date: '11/06/2018', amount: '1,00', admittedKind: 'R', ...back }),
		['048 FN07 33', '048 FN07 34']
	],
	['049', (file) => file.copy('FN08', { code: 'P9' }), ['049 FN08 33']],
	[
		'050',
		(file) =>
			file.set('FN04', { amount: '109430,37' }).copy('FN04', { code: 'D1', kind: 'D-TR', amount: '1,00', cause: 'X' }),
		['050 FN04 33']
	],
	['051', (file) => file.copy('FN05', { admittedKind: 'D-TR', amount: '1,00', cause: 'X' }), ['051 FN05 33']],
	[
		'052',
		(file) => file.set('FN06', { amount: '108525,66' }).copy('FN06', { code: 'R1', kind: 'R-TR', amount: '1,00' }),
		['052 FN06 33']
	],
	['053', (file) => file.copy('FN07', { admittedKind: 'R-TR', amount: '1,00' }), ['053 FN07 33']],
	['054', (file) => file.copy('FN04', { code: 'D1', kind: 'D', amount: '0,01', cause: 'X' }), ['054 FN05 18']],
	['055', (file) => file.copy('FN06', { code: 'R1', kind: 'R', amount: '0,01' }), ['055 FN07 20']]
];

it('the example has no fault', () => {
	expect(PucDraft.hub().check()).toMatchObject({ records: 32, notRun: ['012'], faults: [] });
});

describe('a change that turns one check red', () => {
	it.each(cases.map(([number, change, faults, with_]) => ({ number, change, faults, with_ })))(
		'$number',
		({ change, faults, with_ }) => {
			const report = change(PucDraft.hub()).check(with_);
			expect(report.faults.map(shortly)).toEqual(faults);
			for (const { sentence, line, record } of report.faults) {
				expect(sentence).toMatch(/^[A-Z].*\.$/s);
				expect(line).toBe(record! + 1);
			}
		}
	);

	test('every check has one, and 012 alone has none', () => {
		const numbers = [...checks.map(({ number }) => number), transferDays.number].sort();
		const all = Array.from({ length: 55 }, (_, at) => String(at + 1).padStart(3, '0'));
		expect([...numbers, NEVER_RUN].sort()).toEqual(all);
		expect([...new Set(cases.map(([number]) => number))].sort()).toEqual(numbers);
	});
});

describe('tables of codes', () => {
	const needed: Record<string, readonly (keyof Codes)[]> = {
		'014': ['TC4'],
		'015': ['TC4'],
		'016': ['TC4'],
		'017': ['TC4'],
		'018': ['TC5'],
		'023': ['TC36'],
		'045': ['TC5', 'TC37'],
		'046': ['TC5']
	};

	it.each(['TC4', 'TC5', 'TC36', 'TC37'] as const)('without %s its checks do not run', (table) => {
		const report = PucDraft.hub().check({ ...codes, [table]: undefined });
		const without = Object.keys(needed).filter((number) => needed[number]!.includes(table));
		expect(report).toMatchObject({ notRun: ['012', ...without], faults: [] });
	});

	it('without any, 46 checks run', () => {
		const { notRun } = PucDraft.hub().check({});
		expect(notRun).toEqual(['012', ...Object.keys(needed)]);
		expect(55 - notRun.length).toBe(46);
	});

	it('a code that the table lacks gives no fault', () => {
		const empty = { TC4: new Map(), TC5: new Map(), TC36: new Map(), TC37: new Map() };
		const file = PucDraft.hub().drop('FN02').dropAt('AP03', 1).set('FN09', { level: 'L-X' });
		expect(file.check(empty)).toMatchObject({ notRun: ['012'], faults: [] });
		const unknownItem = PucDraft.hub().set('FN02', { item: 'V99' });
		expect(unknownItem.check().faults).toEqual([]);
	});

	it('no check that they govern runs without them', () => {
		const file = PucDraft.hub().drop('FN02').set('FN09', { level: 'L-X' }).set('PR00', { phase: '0201' });
		expect(file.check().faults.map(shortly)).toEqual(['018 AP00 2', '023 FN09 21', '046 PR00 25']);
		expect(file.check({}).faults).toEqual([]);
	});
});
