import { describe, expect, test } from 'vitest';
import { roles } from '$lib/server/platform/auth/actor';
import { decide } from '$lib/server/platform/auth/guards';

const none = new URLSearchParams();

describe('the guard denies by default', () => {
	test.each(['/', '/new', '/(unknown)/page', '/(staff', '/staff/(public)', '/api', '/api/unlisted'])(
		'a route outside the groups (%s) is closed to everybody',
		(route) => {
			for (const role of [null, ...roles]) expect(decide(route, 'GET', none, role)).toBe('unknown-route');
		}
	);

	test('a group opens to its roles only; a visitor is asked to sign in', () => {
		expect(decide('/(staff)/staff/x', 'GET', none, null)).toBe('sign-in');
		expect(decide('/(staff)/staff/x', 'POST', none, 'applicant')).toBe('refused');
		expect(decide('/(staff)/staff/x', 'POST', none, 'officer')).toBe('allowed');
		expect(decide('/(admin)/admin', 'GET', none, 'manager')).toBe('refused');
	});

	test('the administrator and the auditor have no way into cases', () => {
		for (const group of ['(staff)/staff', '(applicant)/my', '(caseworker)/desk', '(landlord)/landlord']) {
			expect(decide(`/${group}`, 'GET', none, 'administrator')).toBe('refused');
			expect(decide(`/${group}`, 'POST', none, 'auditor')).toBe('refused');
		}
	});

	test('the auditor reads the register, notices, rounds and offers, and does nothing there', () => {
		const asAuditor = (route: string, method: string, search = none) =>
			decide(`/(staff)/staff${route}`, method, search, 'auditor');
		const act = new URLSearchParams({ '/record': '' });
		for (const route of ['', '/dwellings/[id]', '/notices/[id]', '/rounds/[notice]/chain', '/offers/[id]']) {
			expect(asAuditor(route, 'GET')).toBe('allowed');
			expect(asAuditor(route, 'HEAD')).toBe('allowed');
			for (const method of ['POST', 'PUT', 'DELETE']) expect(asAuditor(route, method, act)).toBe('refused');
			expect(decide(`/(staff)/staff${route}`, 'GET', none, 'programme')).toBe('refused');
		}
		for (const route of ['/dwellings/new', '/dwellings/[id]/edit', '/import', '/listings', '/listings/[id]'])
			expect(asAuditor(route, 'GET')).toBe('refused');
	});
});
