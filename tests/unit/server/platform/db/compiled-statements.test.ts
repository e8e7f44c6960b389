import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepCompiled } from '$lib/server/platform/db/compiled-statements';

let file: SQLite.Database;
/** How often each text was compiled. */
let compiled: Map<string, number>;
beforeEach(() => {
	file = new SQLite(':memory:');
	file.exec('create table homes (code text); insert into homes values (1), (2)');
	compiled = new Map();
	const prepare = file.prepare.bind(file);
	file.prepare = ((text: string) => {
		compiled.set(text, (compiled.get(text) ?? 0) + 1);
		return prepare(text);
	}) as typeof file.prepare;
});
afterEach(() => file.close());

const CODE = 'select * from homes where code = ?';
const number = (n: number) => `select ${n} as n`;

it('a statement asked again is compiled once, and answers by what it is asked with', () => {
	const database = keepCompiled(file);
	for (const code of ['1', '2', '3', '1']) {
		expect(database.prepare(CODE).all([code])).toEqual(code === '3' ? [] : [{ code }]);
	}
	expect(compiled.get(CODE)).toBe(1);
});

it('those asked long ago are given up, those asked all the time are not, and all answer', () => {
	const database = keepCompiled(file);
	for (let n = 0; n < 1_000; n += 1) {
		expect(database.prepare(number(n)).all([])).toEqual([{ n }]);
		expect(database.prepare(CODE).all(['2'])).toEqual([{ code: '2' }]);
	}
	expect(database.prepare(number(0)).all([])).toEqual([{ n: 0 }]);
	expect(compiled.get(number(0))).toBe(2);
	expect(compiled.get(CODE)).toBe(1);
});

it('a long statement is not kept, and takes the place of none', () => {
	const database = keepCompiled(file);
	const long = `select 1 as one /* ${'-'.repeat(4_000)} */`;
	expect(database.prepare(CODE).all(['1'])).toEqual([{ code: '1' }]);
	for (let n = 0; n < 200; n += 1) expect(database.prepare(`${long} -- ${n}`).all([])).toEqual([{ one: 1 }]);
	database.prepare(`${long} -- 0`).all([]);
	expect(compiled.get(`${long} -- 0`)).toBe(2);
	expect(database.prepare(CODE).all(['2'])).toEqual([{ code: '2' }]);
	expect(compiled.get(CODE)).toBe(1);
});

it('a table that was changed meanwhile is answered as it is now', () => {
	const database = keepCompiled(file);
	expect(database.prepare(CODE).all(['1'])).toEqual([{ code: '1' }]);
	database.prepare('alter table homes add column floor integer default 3').run([]);
	expect(database.prepare(CODE).all(['1'])).toEqual([{ code: '1', floor: 3 }]);
	database.prepare('drop table homes').run([]);
	expect(() => database.prepare(CODE).all(['1'])).toThrow('no such table');
	database.prepare('create table homes (code text, rooms integer)').run([]);
	expect(database.prepare(CODE).all(['1'])).toEqual([]);
});
