import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { billOfMaterials, bundled, productionPaths } from '../../../scripts/bill-of-materials.js';
import lock from '../../../package-lock.json';
import manifest from '../../../package.json';

/** Licences whose works may be combined with a work under AGPL-3.0-or-later and passed on under it. */
const allowed = new Set([
	'AGPL-3.0-or-later',
	'0BSD',
	'Apache-2.0',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'ISC',
	'LGPL-3.0-or-later',
	'MIT',
	'MIT-0',
	// Its section 3.3 lets a work under it be combined with one under AGPL-3.0-or-later.
	'MPL-2.0',
	// A font is passed on beside the program, not combined with it.
	'OFL-1.1'
]);

/** Whether one side of each `OR`, and every side of each `AND`, is allowed. */
const isAllowed = (expression: string) =>
	expression
		.replaceAll(/[()]/g, '')
		.split(' OR ')
		.some((side) => side.split(' AND ').every((licence) => allowed.has(licence.trim())));

const packages: Record<string, { version: string; license?: string }> = lock.packages;
const paths = productionPaths(lock);
const bill = billOfMaterials(lock);

describe('licences', () => {
	test.each([
		['MIT', true],
		['(MIT OR WTFPL)', true],
		['Apache-2.0 AND LGPL-3.0-or-later', true],
		['Apache-2.0 AND BUSL-1.1', false],
		['GPL-2.0-only', false],
		['UNLICENSED', false]
	])('%s: %s', (expression, answer) => expect(isAllowed(expression)).toBe(answer));

	test('every package that runs in production has one that goes with AGPL-3.0-or-later', () => {
		expect(paths.length).toBeGreaterThan(100);
		const others = paths.filter((path) => !isAllowed(packages[path]?.license ?? 'none'));
		expect(others.map((path) => `${path}: ${packages[path]?.license}`)).toEqual([]);
	});

	test('the installed packages say the same licence as the lock file', () => {
		const installed = paths.filter((path) => existsSync(join(path, 'package.json')));
		expect(installed.length).toBeGreaterThan(60);
		const said = installed.map((path) => {
			const own = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { license?: string };
			return [path, own.license ?? 'none'];
		});
		expect(said).toEqual(installed.map((path) => [path, packages[path]?.license ?? 'none']));
	});
});

describe('the bill of materials', () => {
	const names = new Set(bill.components.map(({ name }) => name));

	test('holds every dependency and everything that is bundled', () => {
		for (const name of [...Object.keys(manifest.dependencies), ...bundled]) expect(names).toContain(name);
		expect(names).not.toContain('vitest');
	});

	test('every package that the source imports is in it', () => {
		const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('paraglide'))
			.map((path) => readFileSync(join('src', path), 'utf8'));
		const imported = sources.flatMap((text) => [...text.matchAll(/(?:from|import) ['"]((?:@[\w-]+\/)?[a-z][\w-]*)/g)]);
		// `node:` modules have a colon after the name, and stand for nothing that is installed.
		const outside = imported.map(([, name]) => name!).filter((name) => `node_modules/${name}` in packages);
		expect(outside).toContain('kysely');
		expect(outside.filter((name) => !names.has(name))).toEqual([]);
	});

	test('each has its version, licence and checksum, and what it needs is in the bill', () => {
		const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
		expect(refs.size).toBe(bill.components.length + 1);
		for (const component of bill.components) {
			expect(component.version).toMatch(/^\d+\.\d+\.\d+/);
			expect(component.licenses).toHaveLength(1);
			expect(component.hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);
		}
		const needed = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
		expect(needed.filter((ref) => !refs.has(ref))).toEqual([]);
		const ofPg = bill.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/pg@'));
		expect(ofPg?.dependsOn.some((ref) => ref.startsWith('pkg:npm/pg-protocol@'))).toBe(true);
	});

	test('is the same for the same lock file', () => {
		expect(JSON.stringify(billOfMaterials(lock))).toBe(JSON.stringify(bill));
		expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
	});
});

test('what docs/security.md calls unmaintained still runs in production: a row goes with its package', () => {
	const [, table = ''] = readFileSync('docs/security.md', 'utf8').split('### What nobody maintains');
	const named = [...table.split('\n#')[0]!.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name);
	expect(named).toContain('lucia');
	for (const name of named) expect(paths).toContain(`node_modules/${name}`);
});
