import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it, test } from 'vitest';
import { parts, type PartId } from '../../../src/routes/(public)/demo/components/catalogue';
import PartPage from '../../../src/routes/(public)/demo/components/[part]/+page.svelte';
import { load } from '../../../src/routes/(public)/demo/components/[part]/+page';

const FOLDER = 'src/lib/ui';
const PAGE = 'src/routes/(public)/demo/components/[part]';

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.svelte'))
	.map((file) => file.replace(/^.*[\\/]|\.svelte$/g, ''));
const listed = parts.flatMap(({ components }) => components.map(({ name }): string => name));

/** What the page of a part sends, or that of one state alone. */
async function open(part: PartId, alone: string | null = null): Promise<string> {
	const url = new URL(`http://localhost/demo/components/${part}`);
	const page = { data: { demo: true, actor: null, sourceUrl: null }, url, params: { part }, form: null };
	const context = new Map<string, unknown>([['__request__', { page }]]);
	const data = await load({ data: { part, alone } } as unknown as Parameters<typeof load>[0]);
	const { body } = render(PartPage as unknown as Component, { props: { data }, context });
	return body.replaceAll(/<!--.*?-->/g, '');
}

const sources = new Map(
	readdirSync(join(PAGE, 'parts')).map((file) => [file, readFileSync(join(PAGE, 'parts', file), 'utf8')])
);
const everything = [...sources.values()].join('\n');
const usesOf = (name: string) => new RegExp(`<Shown name="${name}">[^]*?</Shown>`).exec(everything)?.[0] ?? '';

test('the pages show every component of src/lib/ui, each once', () => {
	expect([...listed].sort()).toEqual([...files].sort());
});

test('no component brings styles of its own: they are in src/lib/styles', () => {
	const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));
	expect(sources.filter((file) => readFileSync(join(FOLDER, file), 'utf8').includes('<style'))).toEqual([]);
});

test('no two components have one name', () => {
	expect(files.filter((name, index) => files.indexOf(name) !== index)).toEqual([]);
});

describe.each(parts)('$id', async ({ id, components }) => {
	const html = await open(id);

	it.each(components.map(({ name }) => name))('%s stands in it, with its states and right to left', (name) => {
		expect(html).toContain(`id="shown-${name}"`);
		expect(usesOf(name), 'the component itself is in its section').toMatch(new RegExp(`<${name}[\\s/>]`));
		const states = [...html.matchAll(new RegExp(`(?:data-state="|alone=)${name}-([a-z]+)"`, 'g'))].map(
			([, one]) => one
		);
		expect(states).toContain('rtl');
		expect(new Set(states).size).toBeGreaterThan(1);
	});

	it('shows each state that stands on a page of its own', async () => {
		const alone = [...html.matchAll(/\?alone=([\w-]+)/g)].map(([, state]) => state!);
		for (const state of alone) {
			const page = await open(id, state);
			expect(page.match(/data-state="/g), state).toHaveLength(1);
			expect(page.match(/<h1/g), state).toHaveLength(1);
		}
	});

	it('gives no id twice', () => {
		const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, one]) => one!);
		expect(ids.filter((one, index) => ids.indexOf(one) !== index)).toEqual([]);
	});
});
