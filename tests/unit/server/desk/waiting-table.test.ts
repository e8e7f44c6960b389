import { describe, expect, test } from 'vitest';
import { kindRow, workKinds, type WorkKind } from '$lib/server/desk/work-list/kinds';
import { placeOf } from '$lib/server/desk/work-list/place-of';
import { lifeCycles, type Waits } from '$lib/server/desk/work-list/waiting-table';
import { decide } from '$lib/server/platform/auth/guards';
import { findRoutes } from '../../../support/routes';

const kinds = Object.keys(workKinds) as WorkKind[];
const cells = Object.entries(lifeCycles).flatMap(([cycle, states]) =>
	Object.entries<Waits>(states).map(([state, waits]) => ({ cell: `${cycle}: ${state}`, waits }))
);
const routes = new Set(findRoutes().map(({ route }) => route));
const mayRead = (page: string, role: Parameters<typeof decide>[3]) =>
	decide(page, 'GET', new URLSearchParams(), role) === 'allowed';

describe('every state of every life cycle', () => {
	test.each(cells)('$cell: a task, somebody with a page, or a reason why nobody', ({ waits }) => {
		if ('tasks' in waits) expect(waits.tasks.length).toBeGreaterThan(0);
		else if ('nobody' in waits) expect(waits.nobody).toMatch(/\w+ \w+/);
		else {
			expect(routes).toContain(waits.page);
			expect(mayRead(waits.page, waits.who)).toBe(true);
		}
	});

	test('names every kind of task, and no other', () => {
		const named = cells.flatMap(({ waits }) => ('tasks' in waits ? waits.tasks : []));
		expect([...new Set(named)].toSorted()).toEqual(kinds.toSorted());
	});
});

describe.each(kinds)('%s', (kind) => {
	const { actors, page, deadline } = kindRow(kind);

	test('has a page that exists, and that everybody who has to act may open', () => {
		expect(routes).toContain(page);
		for (const role of actors) expect(mayRead(page, role)).toBe(true);
	});

	test('has a deadline: a fact, or the days that the office gives itself', () => {
		if ('workingDays' in deadline) expect(deadline.workingDays).toBeGreaterThan(0);
		else expect(deadline.fact).toMatch(/\w+ \w+/);
	});

	test('has an address without holes', () => {
		const names = [...page.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
		const place = placeOf(kind, { params: Object.fromEntries(names.map((name) => [name, 'a/b'])) });
		expect(place).toMatch(/^\/staff\//);
		expect(place).not.toMatch(/[[\]()]/);
		if (names.length > 0) expect(place).toContain('a%2Fb');
	});
});
