import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RouteRow } from '../../support/authorisation/row';
import { gaps, readRows } from '../../support/authorisation-rows';
import { findRoutes } from '../../support/routes';

it('every page, action and method has an expectation, and every expectation is of one', async () => {
	const [found, rows] = [findRoutes(), await readRows()];
	expect(found.length).toBeGreaterThan(90);
	expect(gaps(found, rows)).toEqual([]);
});

describe('a page without an expectation', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'chiavi-routes-'));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	function write(route: string, file: string, text = ''): void {
		mkdirSync(join(root, route), { recursive: true });
		writeFileSync(join(root, route, file), text);
	}
	const told = (...rows: RouteRow[]) => gaps(findRoutes(root), rows);

	it('is named, be it a page, an endpoint or a page that only sends', () => {
		const sentence =
			'has no row in tests/support/authorisation: say there who may read it and who may use each of its actions.';
		write('(staff)/staff/keys', '+page.svelte');
		write('api/keys', '+server.ts', 'export const GET = () => new Response();');
		write('leave', '+page.server.js', 'export const actions = { default: () => {} };');
		expect(told()).toEqual(['/(staff)/staff/keys', '/api/keys', '/leave'].map((route) => `${route} ${sentence}`));
	});

	it('is named by its action and by its method', () => {
		write('keys', '+page.svelte');
		write('keys', '+page.server.ts', 'export const actions = { give: () => {}, "take": () => {} } satisfies object;');
		write('api', '+server.ts', 'export async function GET() {}\nexport const DELETE = () => {};');
		expect(told({ route: '/keys', actions: { give: [], lose: [] } }, { route: '/api', read: [] })).toEqual([
			'The row of /api does not say who may use its method DELETE.',
			'The row of /keys does not say who may read it.',
			'The row of /keys does not say who may use its action take.',
			'The row of /keys names the action lose, which is not there.'
		]);
	});

	it('is named when its address names a record and nobody says whose', () => {
		write('(applicant)/my/[id]', '+page.svelte');
		expect(told({ route: '/(applicant)/my/[id]', read: [] })).toEqual([
			'The row of /(applicant)/my/[id] does not say whose record its address names: write `others`.'
		]);
		expect(told({ route: '/(applicant)/my/[id]', read: [], others: null })).toEqual([]);
	});

	it('cannot hide its actions from being counted', () => {
		write('keys', '+page.server.ts', 'const all = {};\nexport const actions = all;');
		expect(() => told()).toThrow('write actions as a plain object');
	});

	it('an expectation of nothing, or a second one, is named too', () => {
		write('keys', '+page.svelte');
		expect(told({ route: '/keys', read: [] }, { route: '/keys', read: [] }, { route: '/gone', read: [] })).toEqual([
			'/keys has two rows in tests/support/authorisation: keep one.',
			'/gone has a row in tests/support/authorisation, and no page or endpoint: take the row away.'
		]);
	});
});
