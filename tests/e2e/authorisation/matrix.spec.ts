import { expect, test } from '../../support/portal';
import { roles, type Role } from '../../../src/lib/server/platform/auth/actor';
import type { RouteRow, Who } from '../../support/authorisation/row';
import { startPortal, type Portal } from '../../support/server';
import { readRows } from '../../support/authorisation-rows';
import { findRoutes, type FoundRoute } from '../../support/routes';
import { visitorOf, type Act } from './visitor';

// That every route has an expectation is a unit test. One portal for all of them: the tests of this file run one after the other.
test.describe.configure({ mode: 'default' });

const found = findRoutes();
let portal: Portal;
let rows: Map<string, RouteRow>;

test.beforeAll(async () => {
	rows = new Map((await readRows()).map((row) => [row.route, row]));
	portal = await startPortal('sqlite');
});
test.afterAll(() => portal.stop());

for (const role of [null, ...roles]) {
	test(`${role ?? 'anonymous'}: every page, its data, every action and every method answers as expected`, async () => {
		test.setTimeout(180_000);
		const visitor = visitorOf(portal, role);
		const leaks: string[] = [];
		for (const route of found) {
			const row = rows.get(route.route);
			if (!row) continue;
			for (const act of actsOf(route)) {
				const expected = expectation(whoMay(row, act), role);
				const answer = await visitor.ask(row, act);
				// With parameters of no record, being let in may end in a 404 of the service.
				const asExpected = answer === expected || (expected === 'allowed' && answer === 'not-found');
				if (!asExpected) leaks.push(`${row.route} ${act.kind} ${act.name}: expected ${expected}, got ${answer}`);
			}
		}
		visitor.close();
		expect(leaks).toEqual([]);
	});
}

test('a record of somebody else answers 404, to reading and to every action, and lets its owner in', async () => {
	const leaks: string[] = [];
	let asked = 0;
	for (const route of found) {
		const row = rows.get(route.route);
		if (!row?.others) continue;
		const visitor = visitorOf(portal, row.others.role);
		const params = visitor.othersRecord(row.others);
		for (const act of actsOf(route)) {
			if (expectation(whoMay(row, act), row.others.role) !== 'allowed') continue;
			const answer = await visitor.ask(row, act, params);
			asked += 1;
			if (answer !== 'not-found') leaks.push(`${row.route} ${act.kind} ${act.name}: ${answer}`);
		}
		const owner = await visitor.ask(row, { kind: 'page', name: '' }, params, params['stranger']);
		if (owner !== 'allowed') leaks.push(`${row.route}: its owner got ${owner}`);
		visitor.close();
	}
	expect(leaks).toEqual([]);
	expect(asked).toBeGreaterThan(0);
});

function actsOf({ page, actions, methods }: FoundRoute): Act[] {
	return [
		...(page
			? ([
					{ kind: 'page', name: '' },
					{ kind: 'data', name: '' }
				] as const)
			: []),
		...actions.map((name) => ({ kind: 'action', name }) as const),
		...methods.map((name) => ({ kind: 'method', name }) as const)
	];
}

function whoMay(row: RouteRow, act: Act): Who {
	if (act.kind === 'action') return row.actions?.[act.name] ?? [];
	if (act.kind === 'method' && act.name !== 'GET') return row.methods?.[act.name] ?? [];
	return row.read ?? [];
}

function expectation(who: Who, role: Role | null): 'allowed' | 'sign-in' | 'refused' {
	if (who === 'everyone') return 'allowed';
	if (role === null) return 'sign-in';
	return who.includes(role) ? 'allowed' : 'refused';
}
