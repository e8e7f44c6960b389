import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { functions } from '../../../lint/functions.js';

const messages = (code: string) =>
	new Linter()
		.verify(code, [{ plugins: { functions }, rules: { 'functions/short': 'error' } }])
		.map((one) => one.message);

const steps = (count: number) => Array.from({ length: count }, (_, i) => `step(${i});`).join('\n');
const loop = `for (const one of all) {\n${steps(28)}\n}`;

describe('a function', () => {
	it('has thirty lines of code, its first and its last among them; comments and blank lines are free', () => {
		expect(messages(`function f() {\n// why\n\n${steps(28)}\n/* and\nwhy */\n}`)).toEqual([]);
		expect(messages(`function f() {\n${steps(29)}\n}`)).toEqual([
			'This function has 31 lines of code; 30 can be read at once: split it, or move its data out of it.'
		]);
		expect(messages(`const f = async () => {\n${steps(29)}\n};`)).toHaveLength(1);
		expect(messages(`class C { m() {\n${steps(29)}\n} }`)).toHaveLength(1);
		expect(messages(`function* f() {\nyield \`${'\n'.repeat(30)}\`;\n}`)).toHaveLength(1);
	});
});

describe('a test', () => {
	it.each(['describe', 'test.describe', 'describe.skipIf(x)', 'readingTest.describe.serial'])(
		'%s may be long',
		(call) => {
			expect(messages(`${call}('x', () => {\n${steps(60)}\n});`)).toEqual([]);
		}
	);

	it.each(['test', 'it', 'journeyTest', 'it.each(rows)', 'test.skip'])('%s may be a long list of steps', (call) => {
		expect(messages(`${call}('x', async () => {\n${steps(60)}\nfor (const a of b) expect(a);\n});`)).toEqual([]);
		expect(messages(`${call}('x', async () => {\n${loop}\n});`)).toHaveLength(1);
		const cleaned = (body: string) => `${call}('x', async () => {\ntry {\n${body}\n} finally {\nstop();\n}\n});`;
		expect(messages(cleaned(steps(60)))).toEqual([]);
		expect(messages(cleaned(loop))).toHaveLength(1);
	});

	it('prepares itself within the limit, and so do its helpers', () => {
		expect(messages(`beforeEach(() => {\n${steps(29)}\n});`)).toHaveLength(1);
		expect(messages(`test('x', () => {\nconst f = () => {\n${steps(29)}\n};\n});`)).toHaveLength(1);
	});
});
