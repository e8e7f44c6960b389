import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, parse, type AST } from 'svelte/compiler';
import { describe, expect, it, test } from 'vitest';

const FOLDER = 'src/lib/ui';
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');

const blocks = [...readme.matchAll(/```svelte\n([^]*?)```/g)].map(([, code]) => code!);
const rows = [...readme.matchAll(/^\| `(\w+)`\s*\| `(.+?)`\s*\|(?: `(.+?)`\s*\|)?/gm)].map(([, name, props, code]) => ({
	name: name!,
	props: props!.replaceAll('\\|', '|'),
	code
}));
const examples = [...blocks, ...rows.flatMap(({ code }) => (code?.startsWith('<') ? [code] : []))];

const component = (name: string) => {
	const file = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).find((one) => one.endsWith(`${name}.svelte`));
	return file && readFileSync(join(FOLDER, file), 'utf8');
};

/** The props that a component takes out of `$props()`. */
function propsOf(name: string): string[] {
	const source = component(name) ?? '';
	const taken = /let \{([^]*?)\}(?:: [^=]+)? = \$props\(\)/.exec(source)?.[1] ?? '';
	return [...taken.matchAll(/(?:^|,)\s*(\w+)/g)].map(([, prop]) => prop!);
}

/** The props of a row: its words, without the types and what is inside braces. */
const documented = (props: string) =>
	props
		.replaceAll(/\{[^}]*\}/g, '')
		.replaceAll(/\([^)]*\)/g, '')
		.replaceAll(/<[^>]*>/g, '')
		.split(',')
		.map((prop) => /^\s*(\w+)/.exec(prop)?.[1] ?? '');

function uses(code: string): { name: string; attributes: string[] }[] {
	const found: { name: string; attributes: string[] }[] = [];
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, name, attributes } = node as AST.Component;
		if (type === 'Component')
			found.push({
				name,
				attributes: attributes.flatMap((one) => (one.type === 'Attribute' ? [one.name] : []))
			});
		Object.values(node).forEach(visit);
	};
	visit(parse(code, { modern: true }).fragment);
	return found;
}

test('it has examples and names the page of components', () => {
	expect(blocks.length).toBeGreaterThan(1);
	expect(examples.length).toBeGreaterThan(12);
	expect(readme).toContain('/demo/components');
});

describe.each(examples)('%s', (code) => {
	it('compiles', () => {
		expect(compile(code, { generate: 'server' }).warnings).toEqual([]);
	});

	it('uses components that exist, with props that they take', () => {
		for (const { name, attributes } of uses(code)) {
			expect(component(name), name).toBeDefined();
			expect(propsOf(name), name).toEqual(expect.arrayContaining(attributes));
		}
	});
});

describe.each(rows)('$name', ({ name, props }) => {
	it('has the props that its row gives', () => {
		expect(propsOf(name)).toEqual(expect.arrayContaining(documented(props)));
	});

	it('has no other that its row leaves out', () => {
		const every = ['name', 'label', 'hint', 'value', 'error', 'required', 'autocomplete', 'lang'];
		const isField = propsOf(name).includes('hint');
		expect([...documented(props), ...(isField ? every : [])]).toEqual(expect.arrayContaining(propsOf(name)));
	});
});
