import SQLite from 'better-sqlite3';
import { codesShown, joinsIn, namesBoth, type NamedNotice } from '../../support/joins';
import { expect, readingTest as test } from '../../support/portal';
import { findRoutes } from '../../support/routes';
import type { Portal } from '../../support/server';
import { routeOf } from '../sweep/crawl';

test.setTimeout(240_000);

/** Pages that nobody finds by a link, or that hold the samples and letters of the demo alone. */
const APART: Readonly<Record<string, string>> = {
	'/(public)/confirm/[token]': 'the link of a letter',
	'/(public)/email/[token]': 'the link of a letter',
	'/(public)/invited/[token]': 'the link of a letter',
	'/(public)/follow/[link]': 'the link of a mail',
	'/(public)/password/reset/[token]': 'the link of a letter',
	'/(public)/login/second-factor': 'a step of signing in',
	'/(public)/unavailable': 'in place of a page that cannot be served',
	'/(public)/not-taken': 'in place of a form that a helper may not send',
	'/(public)/demo/mail': 'the demo’s letter box: each letter has one reader',
	'/(public)/demo/components/[part]': 'samples'
};

/** Pages that show the general order and the homes of a notice, each in a list of its own. */
const BOTH_LISTS = ['/(public)/rankings/[notice]', '/(public)/rankings/[notice]/[version]/[file]', '/(public)/verify'];

/** Most addresses of one route that are asked for. */
const ENOUGH = 60;

/** Notices with sensitive grounds: of each its pseudonyms, and what names each of its homes. */
function sealedNotices({ databaseUrl }: Portal): NamedNotice[] {
	const file = new SQLite(databaseUrl.replace('sqlite:', ''), { readonly: true });
	const notices = file.prepare(`select id from notices`).pluck().all() as string[];
	const pseudonyms = file.prepare('select pseudonym from applications where notice_id = ?').pluck();
	const homes = file.prepare(
		`select dwellings.id, dwellings.code, street || ' ' || street_number as address from notice_dwellings
			join dwellings on dwellings.id = dwelling_id join buildings on buildings.id = building_id where notice_id = ?`
	);
	const found = notices.map((id) => {
		const rows = homes.all(id) as { id: string; code: string; address: string | null }[];
		const names = rows.map((row) => [row.id, row.code, ...(row.address ? [row.address] : [])]);
		return { id, pseudonyms: pseudonyms.all(id) as string[], homes: names };
	});
	file.close();
	return found;
}

/** Everything that a visitor finds by following links, by address. */
async function everythingPublic(origin: string, seeds: readonly string[]): Promise<Map<string, string>> {
	const read = new Map<string, string>();
	const perRoute = new Map<string, number>();
	const waiting = [...seeds];
	const seen = new Set(waiting);
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const route = routeOf(path);
		const asked = perRoute.get(route ?? '') ?? 0;
		if (!route || route in APART || !isPublic(route)) continue;
		if (asked >= ENOUGH) continue;
		perRoute.set(route, asked + 1);
		const answer = await fetch(origin + path);
		const text = await answer.text();
		read.set(path, text);
		if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
		for (const [, href] of text.matchAll(/href="([^"#]+)/g)) {
			const url = new URL(href!.replaceAll('&amp;', '&'), origin + path);
			const next = url.pathname + url.search;
			if (url.origin !== origin || next.startsWith('/en') || seen.has(next)) continue;
			seen.add(next);
			waiting.push(next);
		}
	}
	return read;
}

const isPublic = (route: string) => /^\/(\(public\)|api\/)/.test(route);

/** Addresses to begin at: every page without a parameter, and what no link leads to. */
function seedsOf(notices: readonly NamedNotice[]): string[] {
	const routes = findRoutes().filter(({ route }) => isPublic(route) && !route.includes('['));
	const fixed = routes.map(({ route }) => route.replace('/(public)', '') || '/');
	const ofNotices = notices.flatMap(({ id, pseudonyms: [first], homes }) => [
		`/notices/${id}`,
		`/notices/${id}/set-asides.json`,
		`/notices/${id}/receipts.txt`,
		`/notices/${id}/replaced.txt`,
		`/rankings/${id}`,
		`/rankings/${id}?pseudonym=${first}`,
		`/verify?notice=${id}&pseudonym=${first}`,
		...['round.json', 'result.json', 'publication.json', 'statement.txt'].map((name) => `/rankings/${id}/1/${name}`),
		...homes.slice(0, 15).map(([, code]) => `/dwellings/${code}`)
	]);
	return [...ofNotices, ...fixed];
}

/** A document that names households and homes of one notice names them in two lists, each in an order of its own. */
function expectTwoLists(path: string, text: string, notice: NamedNotice): void {
	expect(BOTH_LISTS, `${path} names a household and a home`).toContain(routeOf(path));
	expect(joinsIn(text, notice), path).toEqual([]);
	const codes = codesShown(text, notice);
	expect(codes, path).toEqual(codes.toSorted());
}

test('no public page or file joins a household of a sealed notice with a home', async ({ portal }) => {
	const notices = sealedNotices(portal);
	expect(notices.length).toBeGreaterThan(1);
	const documents = await everythingPublic(portal.origin, seedsOf(notices));

	const reached = new Set([...documents.keys()].map((path) => routeOf(path)));
	const missed = findRoutes().filter(({ route }) => isPublic(route) && !reached.has(route) && !(route in APART));
	expect(missed, 'a public page or file that this test does not read').toEqual([]);

	let both = 0;
	for (const [path, text] of documents) {
		for (const notice of notices.filter((one) => namesBoth(text, one))) {
			both += 1;
			expectTwoLists(path, text, notice);
		}
	}
	expect(both, 'the ranking of a sealed notice shows both lists').toBeGreaterThan(0);
});
