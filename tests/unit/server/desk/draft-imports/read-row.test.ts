import { describe, expect, it } from 'vitest';
import { findRuleSet } from '$lib/domain/ruleset/rule-sets';
import { draftColumns } from '$lib/server/desk/draft-imports/columns';
import { readFile } from '$lib/server/desk/draft-imports/read-file';
import { readRow } from '$lib/server/desk/draft-imports/read-row';
import { template } from '$lib/server/homes/imports/template';

const TODAY = '2026-11-30';
const rules = findRuleSet('agency-2026')!;
const read = (cells: Readonly<Record<string, string>>) =>
	readRow(new Map(Object.entries({ nascita: '14/05/1986', ...cells })), rules, TODAY);
const wrong = (cells: Readonly<Record<string, string>>) => {
	const row = read(cells);
	return row.ok ? [] : row.errors.map(({ column }) => column);
};
const residence = { cittadinanza: 'Italiana', lavora_in_lombardia: "SI'", residente_milano_dal: '1 settembre 2012' };
const income = {
	...{ isee_euro: '€ 8.750,00', isee_tipo: 'ORDINARIO', isee_fino_al: '31/12/2026', patrimonio_euro: '' },
	...{ perso_alloggio_pubblico: 'no', debiti_alloggio_pubblico: 'sì', occupazione_senza_titolo: 'no' }
};

describe('a row of the file', () => {
	it('tells the people, the residence, the home and the income as the pages of the form would', () => {
		const home = { casa: 'affitto', superficie_m2: '48,5', sfratto: 'no', casa_inagibile: 'no', casa_condivisa: 'no' };
		const row = read({
			...{ parentela_2: 'Figlia', nascita_2: '2014-02-03', possiede_casa_adatta: 'no' },
			...{ ...residence, ...home, ...income }
		});
		expect(row).toMatchObject({
			ok: true,
			answers: {
				members: [
					{ id: 'm1', relation: 'applicant', birthDate: '1986-05-14' },
					{ id: 'm2', relation: 'child', birthDate: '2014-02-03' }
				],
				residence: { citizenship: 'italian', municipalitySince: '2012-09-01', worksInLombardy: true },
				home: { home: { kind: 'rented', netAreaDm2: 4850, unhealthy: false }, ownsAdequateHome: false },
				income: { iseeCents: 875_000, earlier: { unpaidArrears: true, squatted: false } }
			}
		});
	});

	it('leaves a group out that is empty, and asks for the whole of one that is begun', () => {
		expect(read({})).toMatchObject({ ok: true, answers: { members: [{ id: 'm1' }] } });
		expect(wrong({ cittadinanza: 'ue' })).toEqual(['lavora_in_lombardia']);
		expect(wrong({ ...income, debiti_alloggio_pubblico: '' })).toEqual(['debiti_alloggio_pubblico']);
	});

	it('names every wrong cell, with the value and what to write', () => {
		expect(wrong({ nascita: '31/02/1986', parentela_2: 'nipote', ...residence, cittadinanza: 'marziana' })).toEqual([
			...['nascita', 'parentela_2', 'cittadinanza']
		]);
		expect(wrong({ nascita: '14/05/2086' })).toEqual(['nascita']);
		expect(wrong({ ...residence, residente_lombardia_dal: '01/01/2020' })).toEqual(['residente_lombardia_dal']);
		expect(wrong({ nascita_2: '3/2/2014' })).toEqual(['parentela_2']);
		expect(wrong({ parentela_2: 'figlio' })).toEqual(['nascita_2']);
	});
});

describe('the file', () => {
	const line = 'avviso;nascita;cittadinanza\r\nA-1;14/05/1986;protezione internazionale\r\n';
	const rows = async (bytes: Uint8Array) => {
		const file = await readFile(bytes);
		return file.ok ? file.rows.map(({ cells }) => Object.fromEntries(cells)) : file.problems;
	};
	const told = { avviso: 'A-1', nascita: '14/05/1986', cittadinanza: 'protezione internazionale' };
	const utf8 = (text: string) => new TextEncoder().encode(text);

	it.each([';', ',', '\t', '|'])('is read with the separator %j, with a mark and without', async (sign) => {
		expect(await rows(utf8(line.replaceAll(';', sign)))).toEqual([told]);
		expect(await rows(utf8(`\uFEFF${line.replaceAll(';', sign)}`))).toEqual([told]);
	});

	it('is read as Windows-1252 where it is no UTF-8', async () => {
		const latin = Buffer.from(line.replace('protezione internazionale', 'sì'), 'latin1');
		expect(await rows(latin)).toEqual([{ ...told, cittadinanza: 'sì' }]);
	});

	it('is refused with an unknown title, without a needed one, and without rows', async () => {
		expect(await rows(utf8('avviso;nascita;nome\r\nA-1;1/1/1980;Nadia'))).toEqual([
			{ problem: 'column-unknown', about: 'nome' }
		]);
		expect(await rows(utf8('avviso;cittadinanza\r\nA-1;ue'))).toEqual([
			{ problem: 'column-missing', about: 'nascita' }
		]);
		expect(await rows(utf8('avviso;nascita\r\n'))).toEqual([{ problem: 'file-no-rows', about: '' }]);
	});

	it('has a template that it reads itself', async () => {
		const file = await readFile(utf8(template(draftColumns)));
		const read = file.ok ? file.rows.map(({ cells }) => readRow(cells, rules, TODAY)) : [];
		expect(read.map(({ ok }) => ok)).toEqual([true, true]);
	});
});
