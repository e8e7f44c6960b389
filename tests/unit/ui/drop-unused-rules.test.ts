import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { preprocessCSS, resolveConfig } from 'vite';
import { dropUnusedRules } from '../../../scripts/drop-unused-rules.js';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'chiavi-css-'));
	writeFileSync(join(folder, 'Page.svelte'), "<table class=\"table {wide ? 'table-sm' : ''}\"></table>");
});

afterEach(() => {
	rmSync(folder, { recursive: true });
	vi.unstubAllEnvs();
});

async function built(css: string): Promise<string> {
	vi.stubEnv('NODE_ENV', 'production');
	const config = await resolveConfig(
		{ configFile: false, css: { postcss: { plugins: [dropUnusedRules(folder)] } } },
		'build',
		'production',
		'production'
	);
	const { code } = await preprocessCSS(css, join(folder, 'app.css'), config);
	return code.replaceAll(/\s+/g, '');
}

describe('rules of the design system that no page uses', () => {
	it('are dropped, and the selectors in use stay', async () => {
		expect(await built('@layer bootstrap-italia{.modal,.table{a:b}.carousel{a:b}.table-sm>td{a:b}}')).toBe(
			'@layerbootstrap-italia{.table{a:b}.table-sm>td{a:b}}'
		);
	});

	it('stay when the unknown class is only excluded, and when they name elements only', async () => {
		const css = '@layerbootstrap-italia{.table:not(.modal){a:b}caption{a:b}}';
		expect(await built('@layer bootstrap-italia{.table:not(.modal){a:b}caption{a:b}}')).toBe(css);
	});

	it('take their empty media query with them', async () => {
		expect(await built('@layer bootstrap-italia{@media print{.modal{a:b}}}')).not.toContain('@media');
	});

	it('are left alone outside the layer: those are ours', async () => {
		expect(await built('.modal{a:b}')).toBe('.modal{a:b}');
	});
});
