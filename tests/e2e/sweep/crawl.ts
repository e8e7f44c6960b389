import type { APIRequestContext } from '@playwright/test';
import type { Role } from '../../../src/lib/server/platform/auth/actor';
import { findRoutes } from '../../support/routes';

export type Visitor = { readonly account: string | null; readonly role: Role | null; readonly home: string };

/** The readers of the portal: nobody signed in, and the demo account of each role. */
export const visitors: readonly Visitor[] = [
	{ account: null, role: null, home: '/' },
	{ account: 'richiedente', role: 'applicant', home: '/my' },
	{ account: 'operatore', role: 'caseworker', home: '/desk' },
	{ account: 'proprietario', role: 'landlord', home: '/landlord' },
	{ account: 'funzionario', role: 'officer', home: '/staff' },
	{ account: 'dirigente', role: 'manager', home: '/staff' },
	{ account: 'programma', role: 'programme', home: '/office' },
	{ account: 'revisore', role: 'auditor', home: '/audit' },
	{ account: 'amministratore', role: 'administrator', home: '/admin' }
];

/** Pages that no link leads to: a form or another step sends the reader there. */
const steps: Readonly<Record<string, readonly string[]>> = {
	'/(public)': [
		'/signup/sent',
		'/password/sent',
		'/accessibility',
		'/demo/mail',
		'/rent?zone=3&area=65',
		'/rent?zone=&area=no'
	],
	'/(staff)/staff': ['/staff?queue=register-contract'],
	'/(account)/account': ['/logout'],
	'/(applicant)/my/apply/[notice]/household': ['residence', 'home', 'income', 'needs', 'dwellings', 'check'],
	'/(landlord)/landlord/listings/[id]': ['address', 'flat', 'access', 'rent', 'check'].map((step) => `[id]/${step}`)
};

/** A listing, an offer and a file are another page in each of their states; of the others two are enough. */
export const hasManyStates = (route: string) => /\/(listings|staff\/offers|staff\/requests)\/\[id\]$/.test(route);

/** Its components are filled with samples, whose links lead to no record. */
const isSample = (route: string | undefined) => route === '/(public)/demo/components/[part]';

const routes = findRoutes();

/** Others are files to fetch. */
export const isPage = (route: string) => routes.some((one) => one.route === route && one.page);

const patterns = routes
	.map(({ route }) => ({ route, pattern: patternOf(route) }))
	// The plain name wins over the parameter: /listings/new is not /listings/[id].
	.sort((a, b) => a.route.split('[').length - b.route.split('[').length);

function patternOf(route: string): RegExp {
	const path = route.replaceAll(/\/\([a-z]+\)/g, '').replaceAll(/\[[a-z]+\]/g, '[^/]+');
	return new RegExp(`^${path || '/'}$`);
}

/** The route that answers a path, as the framework names it. */
export const routeOf = (path: string): string | undefined =>
	patterns.find(({ pattern }) => pattern.test(path.split('?')[0]!))?.route;

/** The letters of the demo go to many people: a link in one opens for the person that it was sent to. */
const isOthersLetter = (route: string | undefined, link: string) =>
	route === '/(public)/demo/mail' && !/^\/\((public|auth)\)/.test(routeOf(link) ?? '');

/** The route of an address; with a search it is another state of the page, which counts apart. */
export function shapeOf(path: string): string | undefined {
	const route = routeOf(path);
	return route && path.includes('?') ? `${route}?` : route;
}

/** Where an address led, and what stands there; no HTML where it is a file. */
export type Opened = { readonly url: string; readonly html: string | null };

/** Opens an address without a page: what it answers is read, and not painted. */
export async function ask(request: APIRequestContext, path: string): Promise<Opened> {
	const answer = await request.get(path);
	if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
	const isHtml = answer.headers()['content-type']?.startsWith('text/html');
	return { url: answer.url(), html: isHtml ? await answer.text() : null };
}

/** Follows the links inside the portal, to at most so many addresses of each route; answers the Italian pages. */
export async function crawl(
	open: (path: string) => Promise<Opened>,
	homes: readonly string[],
	examplesOf: (route: string) => number
): Promise<string[]> {
	const waiting = [...new Set([...homes, '/'])];
	const seen = new Set(waiting);
	const examples = new Map<string, number>();
	const pages: string[] = [];
	for (let path = waiting.shift(); path; path = waiting.shift()) {
		const shape = shapeOf(path);
		if (!shape || (examples.get(shape) ?? 0) >= examplesOf(routeOf(path)!)) continue;
		const { url, html } = await open(path);
		if (html === null) continue;
		const landed = new URL(url);
		const address = landed.pathname + landed.search;
		if (address !== path && seen.has(address)) continue;
		seen.add(address);
		// A file that nobody opened sends its reader elsewhere: that is an example of where it led.
		const where = shapeOf(address) ?? shape;
		examples.set(where, (examples.get(where) ?? 0) + 1);
		pages.push(address);
		const next = nextFrom(address, linksIn(html, landed)).filter((link) => !seen.has(link));
		for (const link of next) seen.add(link);
		waiting.push(...next);
	}
	return pages;
}

/** Where a reader of the page at `address`, which holds these links, may go on. */
function nextFrom(address: string, links: readonly string[]): string[] {
	const route = routeOf(address);
	const own = links.filter((link) => (!isSample(route) || isSample(routeOf(link))) && !isOthersLetter(route, link));
	return [...new Set([...own, ...stepsFrom(route, address)])];
}

function linksIn(html: string, base: URL): string[] {
	return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
		.map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), base))
		.filter((url) => url.origin === base.origin && !/^\/en(\/|$)/.test(url.pathname))
		.map((url) => url.pathname + url.search);
}

const stepsFrom = (route: string | undefined, address: string): string[] =>
	(steps[route ?? ''] ?? []).map((step) =>
		step.startsWith('[id]')
			? `${address.split('?')[0]}${step.slice('[id]'.length)}`
			: new URL(step, `http://portal${address}`).href.slice('http://portal'.length)
	);
