import { expect, test } from '../../support/portal';
import { FORM, send, sessionsOf, type Got, type Sent } from '../../support/odd/send';
import * as odd from '../../support/odd/kinds';
import { freePort } from '../../support/postgres-server';
import { copyOfFile, startPortal, startProcess, type Portal } from '../../support/server';
import { crawl, visitors } from '../sweep/crawl';
import { findRoutes } from '../../support/routes';
import { pathOf } from './visitor';

// Requests that no browser on a page of ours sends, to every page, action and method of the built portal.
test.describe.configure({ mode: 'default' });

const ASKED_BY_SCRIPT = { accept: 'application/json' };
const routes = findRoutes();
/** Actions with a larger form of their own. */
const LARGER =
	/survey|rules|notices|import|dwellings(\?|$)|documents\/send(\?|$)|mandates\/[^/]+\?\/paper$|desk\/drafts|\/signature\/|\/my\/sign\/|\/sheet(\/|\?|$)|changes\?\/attach$/;
let portal: Portal;
let cookies: ReturnType<typeof sessionsOf>;
test.beforeAll(async () => {
	portal = await startPortal('sqlite');
	cookies = sessionsOf(portal);
});
test.afterAll(() => portal.stop());

/** The data of a page that failed comes with status 200 and the real one inside. */
const inner = (text: string) => Number(/"type":"error".*"status":(\d+)/.exec(text)?.[1] ?? 0);

/** What was answered otherwise than it should; with `status`, exactly that. */
function wrong({ status, text }: Got, wanted?: number): string | undefined {
	const found = Math.max(status, inner(text));
	if (wanted === undefined ? found < 500 : found === wanted) return undefined;
	return `${found}${wanted ? ` instead of ${wanted}` : ''} ${text.slice(0, 120)}`;
}

async function problemsOf(cases: readonly (Sent & { name: string; status?: number })[]): Promise<string[]> {
	const problems: string[] = [];
	for (const { name, status, ...sent } of cases) {
		const problem = wrong(await send(portal, sent), status);
		if (problem) problems.push(`${sent.method ?? 'GET'} ${sent.path.slice(0, 120)} (${name}): ${problem}`);
	}
	return problems;
}

const posted = (cookie: string) => ({
	method: 'POST',
	headers: { origin: portal.origin, cookie, accept: 'text/html' }
});

/** Somebody who may use a page, by the first folder of its route. */
const accountOf = (route: string): string | null => {
	const home = /^\/\((\w+)\)/.exec(route)?.[1] ?? '';
	const accounts: Record<string, string> = {
		account: 'richiedente',
		applicant: 'richiedente',
		caseworker: 'operatore',
		staff: /notices\/new|rules/.test(route) ? 'funzionario' : 'dirigente',
		landlord: 'proprietario',
		office: 'programma',
		audit: 'revisore',
		admin: 'amministratore'
	};
	return accounts[home] ?? null;
};

test('a body that is no form of ours is refused by every action, and a name that is no action', async () => {
	test.setTimeout(300_000);
	const problems: string[] = [];
	let asked = 0;
	for (const { route, actions } of routes) {
		for (const action of actions) {
			const { method, headers } = posted(await cookies.of(accountOf(route)));
			const path = pathOf(route, {});
			const search = action === 'default' ? '' : `?/${action}`;
			const bodies = odd.oddBodies.map(({ name, type, body, status }) => ({
				...{ name, method, path: path + search, body },
				// An action that has a larger form of its own may take some of it.
				...(!LARGER.test(path + search) && { status }),
				// A page is made for one of them; a script is answered in a line.
				headers: { ...headers, ...(name !== 'JSON' && ASKED_BY_SCRIPT), ...(type && { 'content-type': type }) }
			}));
			const names = odd.oddActions.map((name) => ({
				...{ name: 'action', method, path: `${path}?/${name}`, body: 'x=1', status: 404 },
				headers: { ...headers, ...ASKED_BY_SCRIPT, 'content-type': FORM }
			}));
			asked += bodies.length + names.length;
			problems.push(...(await problemsOf([...bodies, ...names])));
		}
	}
	expect(problems).toEqual([]);
	expect(asked).toBeGreaterThan(1_000);
});

test('odd searches and parameters break no page, no data and no endpoint', async () => {
	test.setTimeout(300_000);
	const problems: string[] = [];
	for (const { route, page } of routes) {
		const headers = { cookie: await cookies.of(accountOf(route)), accept: 'text/html' };
		const path = pathOf(route, {});
		const [first, second] = odd.oddSearches;
		const searches = [`${path}?${first}`, `${page ? `${path === '/' ? '' : path}/__data.json` : path}?${second}`];
		const names = [...route.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!);
		const parameters = names.flatMap((name) => odd.oddParameters.map((value) => pathOf(route, { [name]: value })));
		problems.push(
			...(await problemsOf([...searches, ...parameters].map((of) => ({ name: 'GET', path: of, headers }))))
		);
	}
	expect(problems).toEqual([]);
});

test('odd cookies, addresses, methods and searches are answered', async () => {
	const { origin } = portal;
	const odds = odd.oddCookies.flatMap((cookie) =>
		['/', '/login', '/my', '/check'].map((path) => ({ name: 'cookie', path, headers: { cookie, accept: 'text/html' } }))
	);
	const paths = odd.oddPaths.flatMap((path) =>
		['GET', 'POST', 'HEAD'].map((method) => ({ name: 'path', method, path, headers: { origin } }))
	);
	const pages = ['/', '/login', '/rent', '/staff', '/api/programme', '/nowhere'];
	const methods = odd.oddMethods.flatMap((method) =>
		pages.map((path) => ({ name: 'method', method, path, headers: { origin } }))
	);
	const searches = odd.refusedSearches.flatMap(({ search, status }) =>
		['/', '/login', '/staff/__data.json', '/api/programme'].map((path) => ({
			...{ name: 'search', path: `${path}?${search}`, status }
		}))
	);
	expect(await problemsOf([...odds, ...paths, ...methods, ...searches])).toEqual([]);
});

test('a request that did not pass the proxy is refused, with a page, where the address counts', async () => {
	const database = copyOfFile();
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const server = await startProcess(port, origin, database.url, { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '2' });
	const form = 'email=a%40example.org&password=wrong';
	const ask = (more: Record<string, string>) =>
		send(
			{ origin },
			{
				method: 'POST',
				path: '/login',
				headers: { origin, accept: 'text/html', 'content-type': FORM, ...more },
				body: form
			}
		);
	for (const headers of [{} as Record<string, string>, { 'x-forwarded-for': '203.0.113.7' }]) {
		const answer = await ask(headers);
		expect(answer.status).toBe(400);
		expect(answer.text).toContain('Non abbiamo potuto leggere la richiesta');
	}
	expect((await ask({ 'x-forwarded-for': '203.0.113.7, 10.0.0.1' })).status).toBe(409);
	server.kill('SIGKILL');
	database.remove();
});

/** A form as it stands in a page: where it is sent, and what its fields are called. */
type Form = { readonly path: string; readonly multipart: boolean; readonly names: readonly string[] };

function formsIn(html: string, page: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inside = '']) => {
		if (!/method="POST"/i.test(attributes)) return [];
		const action = /\baction="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? '';
		const names = [...inside.matchAll(/\bname="([^"]*)"/g)].map(([, name]) => name!);
		const { pathname, search } = new URL(action, `http://portal${page}`);
		return [{ path: pathname + search, multipart: attributes.includes('multipart'), names: [...new Set(names)] }];
	});
}

for (const { account, home } of visitors) {
	test(`odd values in every field of every form of ${account ?? 'a visitor'}'s pages break no action`, async () => {
		test.setTimeout(300_000);
		const cookie = await cookies.of(account);
		const forms = new Map<string, Form>();
		const open = async (path: string) => {
			const answer = await send(portal, { path, headers: { cookie, accept: 'text/html' } });
			if (answer.status !== 200) return { url: portal.origin + (answer.headers['location'] ?? path), html: null };
			const isHtml = answer.headers['content-type']?.startsWith('text/html');
			for (const form of isHtml ? formsIn(answer.text, path) : []) forms.set(form.path, form);
			return { url: portal.origin + path, html: isHtml ? answer.text : null };
		};
		await crawl(open, [home], () => 1);
		const cases = [...forms.values()]
			.filter(({ path }) => !path.startsWith('/logout'))
			.flatMap(({ path, names }) => {
				const { method, headers } = posted(cookie);
				const filled = Object.entries(odd.oddValues).map(([name, value]) => ({
					name,
					body: new URLSearchParams(names.map((field) => [field, value])).toString()
				}));
				const twice = { name: 'each twice', body: names.map((name) => `${name}=1&${name}=2`).join('&') };
				return [...filled, twice, { name: 'odd names', body: odd.ODD_FIELDS }].map((one) => ({
					...{ ...one, method, path },
					headers: { ...headers, 'content-type': FORM }
				}));
			});
		expect(await problemsOf(cases)).toEqual([]);
		expect(cases.length).toBeGreaterThan(0);
	});
}
