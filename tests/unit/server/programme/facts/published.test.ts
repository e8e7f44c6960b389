import { describe, expect, test } from 'vitest';
import { publishedFacts } from '$lib/server/programme/facts/published';
import { factRows } from '$lib/server/programme/facts/rows';
import { shippedFacts } from '$lib/server/programme/facts/service';

const facts = shippedFacts();
const rows = factRows(facts, '2026-11-29T10:00:00.000Z');
const of = (line: string, what: string) =>
	rows.observations.filter((row) => row.about_id === line && row.what === what).map(({ value }) => value);

describe('the published facts', () => {
	test('1,411,800.00 and 5,901,378.02 belong to MI3.2.2.a alone', () => {
		const line = rows.lines.find(({ id }) => id === 'strutture-services')!;
		expect(line.code).toBe('MI3.2.2.a');
		expect(of(line.id, 'ponEuro')).toContain(141_180_000);
		expect(of(line.id, 'totalEuro')).toContain(590_137_802);
		const elsewhere = rows.observations.filter(({ about_id }) => about_id !== line.id).map(({ value }) => value);
		expect(elsewhere).not.toContain(141_180_000);
		expect(elsewhere).not.toContain(590_137_802);
	});

	test('two values for one figure stay two rows', () => {
		expect(of('erp-works', 'ponEuro')).toEqual([214_368_070, 214_800_000, 214_800_000]);
		expect(of('quartieri-works', 'spacesPlanned')).toEqual([15, 9]);
	});

	test('every observation of the file becomes a row, with its source, and none is invented', () => {
		const given = JSON.stringify(facts).match(/"what":"/g)!.length;
		const counted = facts.operations.flatMap(({ places }) => places).filter(({ dwellings }) => dwellings).length;
		expect(rows.observations).toHaveLength(given + counted);
		const sources = new Set(rows.sources.map(({ id }) => id));
		for (const row of [...rows.observations, ...rows.statements])
			if (row.source_id) expect(sources).toContain(row.source_id);
		expect(new Set(rows.observations.map(({ id }) => id)).size).toBe(rows.observations.length);
	});

	test('the flats of five streets are counts of the source, not numbers of houses', () => {
		const counts = rows.statements
			.filter(({ operation_id, kind }) => operation_id === 'erp' && kind === 'place')
			.map(({ id, text_it }) => [text_it, of(id, 'dwellingsRestored')]);
		expect(Object.fromEntries(counts.slice(0, 6))).toEqual({
			'Via Hermada (Niguarda)': [2],
			'Via delle Asturie (Niguarda)': [29],
			'Via De Pretis (Niguarda)': [14],
			'Via Del Tamigi (Niguarda)': [3],
			'Via Demonte (Niguarda)': [1],
			'Via Palmanova (Palmanova)': []
		});
	});

	test('"Abitare sociale" is a title of no operation', () => {
		expect(rows.operations.map(({ id }) => id)).not.toContain('abitare-sociale');
		const titles = rows.statements.filter(({ kind }) => kind === 'title');
		expect(titles.map(({ text_it, operation_id }) => [text_it, operation_id])).toEqual([['Abitare sociale', null]]);
	});

	test('nothing of the file says that works were certified', () => {
		expect(JSON.stringify(facts)).not.toMatch(/certificat|2018-06-30/i);
	});

	test.each([
		['an amount without cents', 'value', '1411800'],
		['a date in words', 'asOf', 'giugno 2018'],
		['a certainty of its own', 'certainty', 'sure'],
		['a key that nobody reads', 'colour', 'red']
	])('a file with %s is refused', (_name, key, value) => {
		const wrong = structuredClone(facts);
		Object.assign(wrong.operations[0]!.lines[0]!.observations[0]!, { [key]: value });
		expect(publishedFacts.safeParse(wrong).success).toBe(false);
	});
});
