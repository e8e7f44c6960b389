import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fault } from '$lib/domain/puc/fault';
import { tableNames } from '$lib/domain/puc/tables';
import { checked, codes, fileOf, PucDraft, shortly } from '../../../support/builders/puc-file';

const red = (file: PucDraft) => file.check().faults.map(shortly);

describe('cancelled records', () => {
	const flagged = tableNames.filter((table) => table !== 'AP04' && PucDraft.hub().of(table).length > 0);
	const withoutFlag = ({ check, table, project }: Fault) => `${check} ${table} ${project}`;

	it.each(flagged.filter((table) => table !== 'AP00'))('%s flagged S counts as one that is not there', (table) => {
		const cancelled = PucDraft.hub()
			.set(table, { flag: 'S' } as object)
			.check();
		const gone = PucDraft.hub().dropAt(table, 0).check();
		expect(cancelled.faults.map(withoutFlag)).toEqual(gone.faults.map(withoutFlag));
		expect(cancelled.tables[table]).toBe(PucDraft.hub().of(table).length);
	});

	it('a programme in state 2 counts as one that is not there', () => {
		const cancelled = PucDraft.hub().set('AP04', { state: '2' }).check();
		expect(cancelled.faults.map(withoutFlag)).toEqual(PucDraft.hub().drop('AP04').check().faults.map(withoutFlag));
		expect(red(PucDraft.hub().set('AP04', { state: '2' }))).toEqual([
			'020 FN01 15',
			'021 FN05 18',
			'022 FN07 20',
			'023 FN09 22'
		]);
	});

	it('a child of a cancelled parent is told so, and a child of none otherwise', () => {
		const sentence = (file: PucDraft) => file.check().faults.find(({ check }) => check === '049')!.sentence;
		const why = 'Il percettore del pagamento P1 del 10/06/2018 si riferisce a un pagamento';
		expect(sentence(PucDraft.hub().set('FN06', { flag: 'S' }))).toBe(
			`${why} annullato: lo annulli o ripristini il pagamento.`
		);
		expect(sentence(PucDraft.hub().drop('FN06'))).toBe(
			`${why} che non è nel file o non è leggibile: registri il pagamento o lo annulli.`
		);
	});
});

describe('sums and days at their bounds', () => {
	it('MI4.2.1.c balances its plan only with savings of 88.570,64', () => {
		const saved = (amount: string) => red(PucDraft.hub().set('FN10', { amount }));
		expect(saved('88570,64')).toEqual([]);
		expect(saved('88570,63')).toEqual(['039 FN03 32']);
		expect(saved('88570,65')).toEqual(['024 FN01 15', '027 FN04 17', '039 FN03 32']);
	});

	it('MI4.2.1.b, which paid less than it committed, passes 028', () => {
		const file = PucDraft.hub().set('FN04', { amount: '1357265,93' }).set('FN06', { amount: '1134293,82' }).check();
		expect(file.faults.map(({ check }) => check)).toEqual(['027']);
	});

	it('private money and money still to be found are no room for costs', () => {
		for (const fund of ['PRT', 'RDR']) {
			const file = PucDraft.hub().set('FN00', { fund }).set('FN10', { fund });
			expect(red(file)).toEqual(['024 FN01 15', '027 FN04 17']);
		}
		const privateSaving = PucDraft.hub()
			.copy('FN00', { fund: 'PRT', amount: '10,00' })
			.copy('FN10', { fund: 'PRT', amount: '10,00' });
		expect(red(privateSaving)).toEqual([]);
	});

	it('the day of validation itself is not in the future', () => {
		const date = '31/12/2020';
		const file = PucDraft.hub().set('FN04', { date }).set('FN05', { date, admittedDate: date }).set('PR01', { date });
		const all = file.set('FN06', { date }).set('FN07', { date, admittedDate: date }).set('FN08', { date });
		expect(red(all)).toEqual([]);
	});

	it('no commitments at all: the sentence asks for one; too few: it says by how much', () => {
		const sentences = (file: PucDraft) =>
			Object.fromEntries(file.check().faults.map(({ check, sentence }) => [check, sentence]));
		expect(sentences(PucDraft.hub().drop('FN04', 'FN05'))['019']).toBe(
			"Ci sono pagamenti (108.524,66 €) e nessun impegno: registri l'impegno."
		);
		const annulled = PucDraft.hub().copy('FN04', { code: 'D1', kind: 'D', cause: 'X' });
		expect(sentences(annulled)).toMatchObject({
			'019': "Ci sono pagamenti (108.524,66 €) e impegni per 0,00 €: registri l'impegno o corregga i disimpegni.",
			'028':
				'I pagamenti (108.524,66 €) superano gli impegni (0,00 €) di 108.524,66 €: controlli il pagamento P1 del 10/06/2018.'
		});
	});

	it('sums are exact beyond what a number holds', () => {
		const most = '99999999999,99';
		const file = PucDraft.hub().set('FN00', { amount: most }).set('FN03', { done: most, toDo: '0,00' }).drop('FN10');
		for (let at = 0; at < 1_200; at++) file.copy('FN00', { taxCode: `C${at}`, amount: most });
		const [fault] = file.check().faults;
		expect(fault).toMatchObject({ check: '039' });
		expect(fault!.sentence).toContain('(120.099.999.999.987,99 €): mancano 119.999.999.999.988,00 €');
	});

	it('phases are compared by their bytes', () => {
		const order = (earlier: string, later: string) =>
			red(
				PucDraft.hub()
					.set('PR00', { phase: earlier, actualEnd: '' })
					.set('PR00', { phase: later, actualEnd: '01/06/2020' }, 1)
			).filter((place) => place.startsWith('041'));
		expect(order('03A', '03b')).toEqual(['041 PR00 27']);
		expect(order('03b', '03A')).toEqual([]);
		expect(order('03\uffee', '03🔑')).toEqual(['041 PR00 27']);
		expect(order('0201', '0302')).toEqual([]);
	});

	it('each level and each pair of kinds has its own balance', () => {
		const file = PucDraft.hub()
			.set('FN01', { amount: '109429,36' })
			.copy('FN01', { level: 'L-2', amount: '0,01' })
			.set('FN05', { amount: '109429,36' })
			.copy('FN05', { level: 'L-2', amount: '0,01' });
		expect(red(file)).toEqual([]);
		expect(red(file.set('FN05', { level: 'L-3' }, 1))).toEqual(['029 FN05 34']);
		const negative = PucDraft.hub().copy('FN05', { level: 'L-2', admittedKind: 'D', cause: 'X', amount: '1,00' });
		expect(red(negative)).toEqual(['051 FN05 33']);
	});
});

/** Changes that a wrong file may have, each of one record. */
const change = fc.record({
	at: fc.nat({ max: 31 }),
	how: fc.constantFrom('cancel', 'drop', 'empty', 'more', 'future'),
	field: fc.nat({ max: 11 })
});

function changed(changes: readonly { at: number; how: string; field: number }[]): PucDraft {
	const file = PucDraft.hub();
	const dropped = new Set<unknown>();
	for (const { at, how, field } of changes) {
		const { fields } = file.records[at]!;
		if (how === 'cancel') fields[fields.length - 1] = 'S';
		if (how === 'drop') dropped.add(file.records[at]);
		if (how === 'empty') fields[field % fields.length] = '';
		if (how === 'more') fields.forEach((value, place) => (fields[place] = value.replace(/^\d+,\d\d$/, '199999,99')));
		if (how === 'future') fields.forEach((value, place) => (fields[place] = value.replace(/\/20\d\d$/, '/2030')));
	}
	file.records = file.records.filter((record) => !dropped.has(record));
	return file;
}

const unplaced = ({ check, table, field, project }: Fault) => [check, table, field, project].join(' ');
const changes = fc.array(change, { maxLength: 6 });

describe('for any file', () => {
	it('the order of the records decides no fault', () => {
		fc.assert(
			fc.property(changes, fc.infiniteStream(fc.nat()), (list, keys) => {
				const [file, other] = [changed(list), changed(list)];
				other.records = other.records
					.map((record) => ({ record, key: keys.next().value }))
					.sort((a, b) => a.key - b.key)
					.map(({ record }) => record);
				expect(other.check().faults.map(unplaced).sort()).toEqual(file.check().faults.map(unplaced).sort());
			}),
			{ numRuns: 150 }
		);
	});

	it('two projects in one file have the faults that each has by itself', () => {
		fc.assert(
			fc.property(changes, changes, (one, two) => {
				const [first, second] = [changed(one), changed(two)];
				const only = ({ project }: Fault) => project !== null;
				for (const { fields } of second.records) if (fields[0] === 'MI4.2.1.c') fields[0] = 'ALTRO';
				// Both refer to the procedure of the first.
				const rest = second.records.filter(({ table }) => table !== 'PA00');
				const procedure = first.of('PA00');
				second.records = [...procedure, ...rest];
				const apart = [...first.check().faults, ...second.check().faults].filter(only).map(unplaced);
				first.records = [...first.records, ...rest];
				expect(first.check().faults.filter(only).map(unplaced).sort()).toEqual(apart.sort());
			}),
			{ numRuns: 100 }
		);
	});

	it('bytes changed anywhere are answered, each fault once and in order', () => {
		const lines = PucDraft.hub().lines();
		const sign = fc.constantFrom('#', '|', '\r', '\n', '\0', 'S', '9', '-', ',', '🔑', '');
		const cut = fc.tuple(fc.nat({ max: 1_600 }), fc.nat({ max: 3 }), sign);
		fc.assert(
			fc.property(fc.array(cut, { minLength: 1, maxLength: 8 }), (cuts) => {
				const text = cuts.reduce(
					(now, [at, out, put]) => now.slice(0, at) + put + now.slice(at + out),
					fileOf(lines.slice(1, -1))
				);
				const whole = `${lines[0]}\r\n${text.replaceAll(/^(HH|FF)#/gm, 'x')}${text.endsWith('\n') ? '' : '\r\n'}FF#33#32#\r\n`;
				const report = checked(whole, codes);
				const places = report.faults.map(({ check, record, line, field }) => [
					check,
					record ?? -1,
					line ?? -1,
					field ?? -1
				]);
				expect(new Set(places.map(String)).size).toBe(places.length);
				const inOrder = places.toSorted((a, b) => {
					const differing = a.findIndex((part, at) => part !== b[at]);
					return differing < 0 ? 0 : a[differing]! < b[differing]! ? -1 : 1;
				});
				expect(places).toEqual(inOrder);
				expect(report.faults.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});
});
