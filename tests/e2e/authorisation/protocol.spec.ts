import { expect, test } from '../../support/portal';
import SQLite from 'better-sqlite3';
import { readdirSync } from 'node:fs';
import { request as raw } from 'node:http';
import { connect } from 'node:net';
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
	const page = await (await post('/login', 'x=1', { origin: 'null' })).text();
	expect(page).toContain('Non abbiamo potuto leggere la richiesta');
});

test('an address that is no text gets a page that blames nobody (small-words)', async () => {
	const answer = await fetch(`${portal.origin}/dwellings/%E0%A4%A`, { headers: { accept: 'text/html' } });
	expect(answer.status).toBe(400);
	const page = await answer.text();
	expect(page).toContain('Non abbiamo potuto leggere la richiesta');
	expect(page).not.toContain('errore nostro');
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

const closing = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

function expectClosed(what: string, headers: Record<string, unknown>): void {
	expect(headers, what).toMatchObject(closing);
	expect(headers['permissions-policy'], what).toContain('camera=()');
	expect(headers['content-security-policy'], what).toContain("frame-ancestors 'none'");
	const type = String(headers['content-type'] ?? '');
	if (type.startsWith('text/html')) expect(type, what).toMatch(/charset=utf-8/);
}

test('what a signed-in person reads carries the headers that close what is not used, and stays in no cache', async () => {
	const cookie = cookieOf(await signIn()).split(';')[0];
	for (const path of ['/', '/login', '/account', '/nowhere', '/admin', '/login/__data.json', '/my/offers/x?%00']) {
		const { headers } = await fetch(portal.origin + path, { headers: { cookie: cookie ?? '' } });
		expectClosed(path, Object.fromEntries(headers));
		expect(headers.get('cache-control'), path).toBe('private, no-store');
	}
});

test('so does every other answer: files, redirects, refusals, and requests that cannot be read', async () => {
	const built = readdirSync('build/client/_app/immutable', { recursive: true, encoding: 'utf8' });
	const [script, style, font] = ['.js', '.css', '.woff2'].map(
		(end) => `/_app/immutable/${built.find((name) => name.endsWith(end))}`
	);
	const paths = [
		...[
			script!,
			style!,
			font!,
			'/service-worker.js',
			'/_app/version.json',
			'/_app/immutable/nothing.js',
			'/_app/env.js'
		],
		...['/', '/notices/', '/my', '/my/__data.json', '/nowhere', '/%', '/%ff', '/login/__route.js', '//x', '/?%00'],
		...['/api/programme', '/api/health/ready', '/api/nowhere', '/login?a=1'.padEnd(6_000, '&b')]
	];
	for (const path of paths)
		for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE'])
			expectClosed(`${method} ${path.slice(0, 80)}`, (await bare(method, path)).headers);
	expect((await bare('GET', script!)).headers['cache-control']).toContain('immutable');
	for (const origin of [undefined, 'https://evil.example'])
		expectClosed('a post', Object.fromEntries((await post('/login', 'x=1', { origin: origin ?? null })).headers));
	expectClosed('413', Object.fromEntries((await post('/login', `x=${'a'.repeat(100_000)}`)).headers));
	expectClosed('415', Object.fromEntries((await post('/login', '{}', { type: 'application/json' })).headers));
});

test('a request that the server cannot even read gets a page and the headers', async () => {
	const { hostname, port } = new URL(portal.origin);
	const ask = (text: string) =>
		new Promise<string>((done, fail) => {
			const socket = connect(Number(port), hostname, () => socket.write(text));
			let answer = '';
			socket.on('data', (piece) => (answer += piece.toString()));
			socket.on('end', () => done(answer)).on('error', fail);
		});
	const cookies = await ask(`GET / HTTP/1.1\r\nhost: x\r\ncookie: a=${'x'.repeat(20_000)}\r\n\r\n`);
	const nonsense = await ask('nonsense\r\n\r\n');
	expect(cookies).toMatch(/^HTTP\/1\.1 431 /);
	expect(nonsense).toMatch(/^HTTP\/1\.1 400 /);
	for (const answer of [cookies, nonsense]) {
		const [head = '', body] = answer.split('\r\n\r\n');
		expectClosed(
			'a page',
			Object.fromEntries(
				head
					.split('\r\n')
					.slice(1)
					.map((line) => line.split(/: (.*)/s, 2))
			)
		);
		expect(body).toContain('Non abbiamo potuto leggere la richiesta');
	}
});

test('a page that a secret in a mail opens, and an answer to what was typed, stay in no cache', async () => {
	for (const path of ['/confirm/abc', '/password/reset/abc', '/confirm/abc/__data.json'])
		expect((await bare('GET', path)).headers['cache-control'], path).toBe('private, no-store');
	expect((await post('/login', 'email=a')).headers.get('cache-control')).toBe('private, no-store');
});

test('an address that a visitor gives counts for nothing where no proxy is set up', async () => {
	const body = 'email=tried%40example.org&password=wrong';
	const statuses: number[] = [];
	for (let n = 1; n <= 11; n += 1) {
		const given = `198.51.100.${n}`;
		const headers = {
			...{ 'x-forwarded-for': given, 'x-real-ip': given, forwarded: `for=${given}` },
			...{ accept: 'text/html', origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded' }
		};
		statuses.push((await fetch(`${portal.origin}/login`, { method: 'POST', headers, body })).status);
	}
	expect(statuses).toEqual([...Array.from({ length: 10 }, () => 409), 429]);
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
	const person = { name: 'Prova', email: 'intruso@example.org' };
	const send = (fields: Record<string, string>) => post('/signup', new URLSearchParams(fields).toString());
	for (const role of ['administrator', 'officer', 'manager', '', '__proto__'])
		expect((await send({ ...person, role })).status, role).toBe(422);
	const twice = await post('/signup', `${new URLSearchParams({ ...person, role: 'applicant' })}&role=administrator`);
	expect(twice.status).toBe(422);
	const extra = { demo: '1', email_confirmed_at: '2026-01-01', organisation_id: 'x', __proto__: 'y', id: 'chosen' };
	expect((await send({ ...person, ...extra, role: 'applicant' })).status).toBe(303);
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { readonly: true });
	const row = file.prepare('select * from account_requests where email = ?').get(person.email);
	const account = file.prepare('select * from accounts where email = ?').get(person.email);
	file.close();
	expect(row).toMatchObject({ role: 'applicant', used_at: null });
	expect(row).not.toMatchObject({ id: 'chosen' });
	expect(account).toBeUndefined();
});

test('a refused act of somebody signed in is in the audit log; what a stranger can repeat without end is counted', async () => {
	const cookie = cookieOf(await signIn()).split(';')[0]!;
	const file = new SQLite(portal.databaseUrl.replace('sqlite:', ''), { readonly: true });
	const entries = () => file.prepare('select count(*) from audit_entries').pluck().get() as number;
	const before = entries();
	const headers = { cookie, accept: 'text/html' };
	for (let n = 0; n < 200; n++)
		expect((await fetch(`${portal.origin}/admin`, { headers, method: n % 2 ? 'GET' : 'HEAD' })).status).toBe(403);
	expect(entries()).toBe(before);
	const counted = file.prepare(`select sum(value) from counters where name like 'page_refused %'`).pluck();
	await expect.poll(() => counted.get(), { timeout: 60_000 }).toBeGreaterThanOrEqual(200);
	expect((await post('/admin/accounts/new', 'name=x', { cookie })).status).toBe(403);
	const entry = file.prepare(`select * from audit_entries where event = 'access_refused' order by seq desc`).get();
	expect(entry).toMatchObject({
		...{ actor_role: 'applicant', subject_type: 'route', subject_id: '/(admin)/admin/accounts/new' }
	});
	for (let n = 0; n < 60; n++) expect((await post('/admin/accounts/new', 'name=x', { cookie })).status).toBe(403);
	// A sign-up that nobody confirms leaves no entry either.
	const stranger = { name: 'Estraneo', email: 'stranger@example.org', role: 'applicant' };
	expect((await post('/signup', new URLSearchParams(stranger).toString())).status).toBe(303);
	expect(entries()).toBeLessThanOrEqual(before + 20);
	file.close();
});

test('no form answers a broken body with an error of its own', async () => {
	const bodies = ['', '%', '%00', 'email=%ff%fe', `email=${'a'.repeat(300_000)}`, 'email=a&email=b', '__proto__[x]=1'];
	for (const path of ['/login', '/signup', '/password/forgot', '/password/reset/x', '/confirm/x'])
		for (const body of bodies)
			expect((await post(path, body)).status, `${path} ${body.slice(0, 20)}`).toBeLessThan(500);
});

test('a page brings a policy that runs no script but ours, with a nonce that is new each time', async () => {
	const nonces: string[] = [];
	for (const path of ['/', '/login', '/en/notices', '/en/notices']) {
		const answer = await fetch(portal.origin + path);
		const policy = answer.headers.get('content-security-policy') ?? '';
		const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
		// A page without scripts brings no nonce.
		expect(scripts, path).toMatch(/^'self'( 'nonce-[\w+/=]{22,}')?$/);
		for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "style-src 'self'"])
			expect(policy, path).toContain(part);
		const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1];
		if (nonce) nonces.push(nonce);
		const inline = [...(await answer.text()).matchAll(/<script([^>]*)>/g)].map(([, attributes]) => attributes!);
		expect(
			inline.filter((attributes) => !nonce || !attributes.includes(`nonce="${nonce}"`)),
			path
		).toEqual([]);
	}
	expect(nonces.length).toBeGreaterThanOrEqual(2);
	expect(new Set(nonces).size).toBe(nonces.length);
});

test('a page that a browser asks for again comes with its own policy: its forms can still be sent', async () => {
	const first = await fetch(`${portal.origin}/rent`);
	const headers = { 'if-none-match': first.headers.get('etag') ?? '*' };
	const again = await fetch(`${portal.origin}/rent`, { headers });
	expect(again.status).toBe(200);
	expect(again.headers.get('content-security-policy')).toContain("form-action 'self'");
});
