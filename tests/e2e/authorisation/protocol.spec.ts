import { expect, test } from '../../support/portal';
import SQLite from 'better-sqlite3';
import { request as raw } from 'node:http';
import { DEMO_PASSWORD } from '../../support/sign-in';
import { startPortal, type Portal } from '../../support/server';

// What a browser on our own pages never sends, sent to the built portal.
test.describe.configure({ mode: 'default' });

let portal: Portal;
test.beforeAll(async () => {
	portal = await startPortal('sqlite');
});
test.afterAll(() => portal.stop());

type Options = { cookie?: string; origin?: string | null; type?: string };

const post = (path: string, body: string, { cookie = '', origin, type }: Options = {}) =>
	fetch(portal.origin + path, {
		method: 'POST',
		redirect: 'manual',
		body,
		headers: {
			accept: 'text/html',
			'content-type': type ?? 'application/x-www-form-urlencoded',
			cookie,
			...(origin !== null && { origin: origin ?? portal.origin })
		}
	});

/** A request as it is written, which fetch would tidy up. */
const bare = (method: string, path: string) =>
	new Promise<{ status: number; headers: Record<string, unknown> }>((done, fail) => {
		const { hostname, port } = new URL(portal.origin);
		raw({ hostname, port, method, path }, (answer) => {
			answer.resume();
			done({ status: answer.statusCode ?? 0, headers: answer.headers });
		})
			.on('error', fail)
			.end();
	});

const signIn = (next = '', account = 'richiedente') =>
	post(
		`/login${next}`,
		new URLSearchParams({ email: `${account}@chiavi.example`, password: DEMO_PASSWORD }).toString()
	);
const cookieOf = (response: Response) =>
	response.headers.getSetCookie().find((one) => one.includes('chiavi_session')) ?? '';

test('a write from another site is refused, whatever its content type', async () => {
	const types = ['application/x-www-form-urlencoded', 'text/plain', 'application/json', 'application/xml', 'x/y'];
	for (const type of types)
		for (const origin of ['https://evil.example', 'null', null])
			expect((await post('/login', 'x=1', { type, origin })).status, `${type} from ${origin}`).toBe(403);
	expect((await post('/login', 'x=1')).status).toBe(422);
});

test('odd methods and paths with two slashes are turned away', async () => {
	for (const method of ['OPTIONS', 'PROPFIND', 'TRACE']) {
		expect((await bare(method, '/login')).status, method).toBeGreaterThanOrEqual(400);
		expect((await bare(method, '/login')).status, method).toBeLessThan(500);
	}
	for (const path of ['//evil.example/', '//evil.example/%2e%2e', '/\\evil.example/']) {
		const answer = await bare('GET', path);
		expect(answer.status, path).toBeGreaterThanOrEqual(400);
		expect(answer.headers['location'], path).toBeUndefined();
	}
});

test('every answer carries the headers that close what is not used', async () => {
	const cookie = cookieOf(await signIn()).split(';')[0];
	for (const path of ['/', '/login', '/account', '/nowhere', '/admin', '/login/__data.json']) {
		const { headers } = await fetch(portal.origin + path, { headers: { cookie: cookie ?? '' } });
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
		expect(headers.get('referrer-policy'), path).toBe('same-origin');
		expect(headers.get('cache-control'), path).toBe('private, no-store');
		if (headers.get('content-type')?.startsWith('text/'))
			expect(headers.get('content-type')).toContain('charset=utf-8');
	}
});

test('signing in lands where one wanted to go, and never outside the portal', async () => {
	const location = async (next: string) => (await signIn(`?next=${encodeURIComponent(next)}`)).headers.get('location');
	expect(await location('/account?a=1')).toBe('/account?a=1');
	for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example'])
		expect(await location(next)).toBe('/my');
});

test('the cookie is out of reach of scripts, and a planted one is not taken over', async () => {
	const first = cookieOf(await signIn());
	expect(first).toMatch(/HttpOnly/);
	expect(first).toMatch(/SameSite=Lax/);
	const planted = first.split(';')[0]!;
	const body = new URLSearchParams({ email: 'proprietario@chiavi.example', password: DEMO_PASSWORD }).toString();
	const second = cookieOf(await post('/login', body, { cookie: planted }));
	expect(second.split(';')[0]).not.toBe(planted);
	const old = await fetch(`${portal.origin}/account`, { headers: { cookie: planted }, redirect: 'manual' });
	expect(old.headers.get('location')).toContain('/login?next=');
});

test('nobody gives themselves a role, or fields that the form does not have', async () => {
	const person = { name: 'Prova', email: 'intruso@example.org', password: 'tre parole facili' };
	const send = (fields: Record<string, string>) => post('/signup', new URLSearchParams(fields).toString());
	for (const role of ['administrator', 'officer', 'manager', '', '__proto__'])
		expect((await send({ ...person, role })).status, role).toBe(422);
	const twice = await post('/signup', `${new URLSearchParams({ ...person, role: 'applicant' })}&role=administrator`);
	expect(twice.status).toBe(422);
	const extra = { demo: '1', email_confirmed_at: '2026-01-01', organisation_id: 'x', __proto__: 'y', id: 'chosen' };
	expect((await send({ ...person, ...extra, role: 'applicant' })).status).toBe(303);
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { readonly: true });
	const row = file.prepare('select * from accounts where email = ?').get(person.email);
	file.close();
	expect(row).toMatchObject({ role: 'applicant', demo: 0, email_confirmed_at: null, organisation_id: null });
});

test('a refusal of somebody signed in is in the audit log', async () => {
	const cookie = cookieOf(await signIn()).split(';')[0]!;
	const answer = await fetch(`${portal.origin}/admin`, { headers: { cookie, accept: 'text/html' } });
	expect(answer.status).toBe(403);
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { readonly: true });
	const entry = file.prepare(`select * from audit_entries where event = 'access_refused' order by seq desc`).get();
	file.close();
	expect(entry).toMatchObject({ actor_role: 'applicant', subject_type: 'route', subject_id: '/(admin)/admin' });
});

test('no form answers a broken body with an error of its own', async () => {
	const bodies = ['', '%', '%00', 'email=%ff%fe', `email=${'a'.repeat(300_000)}`, 'email=a&email=b', '__proto__[x]=1'];
	for (const path of ['/login', '/signup', '/password/forgot', '/password/reset/x', '/confirm/x'])
		for (const body of bodies)
			expect((await post(path, body)).status, `${path} ${body.slice(0, 20)}`).toBeLessThan(500);
});
