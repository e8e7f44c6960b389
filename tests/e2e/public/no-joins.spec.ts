import SQLite from 'better-sqlite3';
import { expect, readingTest as test } from '../../support/portal';
import { findRoutes } from '../../support/routes';
import type { Portal } from '../../support/server';
import { routeOf } from '../sweep/crawl';

test.setTimeout(240_000);

/** Pages that nobody finds by a link, or that hold the samples and letters of the demo alone. */
const APART: Readonly<Record<string, string>> = {
	'/(public)/confirm/[token]': 'the link of a letter',
	'/(public)/password/reset/[token]': 'the link of a letter',
	'/(public)/login/second-factor': 'a step of signing in',
	'/(public)/unavailable': 'in place of a page that cannot be served',
	'/(public)/demo/mail': 'the demo’s letter box: each letter has one reader',
	'/(public)/demo/components/[part]': 'samples'
};

/** Pages that show the general order and the homes of a notice, each in a list of its own. */
const BOTH_LISTS = ['/(public)/rankings/[notice]', '/(public)/rankings/[notice]/[version]/[file]', '/(public)/verify'];

/** Most addresses of one route that are asked for. */
const ENOUGH = 60;

type Notice = { id: string; pseudonyms: string[]; homes: string[][] };

/** Notices with sensitive grounds: of each its pseudonyms, and what names each of its homes. */
function sealedNotices({ databaseUrl }: Portal): Notice[] {
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
		if (!route || route in APART || (!/^\/(\(public\)|api\/)/.test(route) && !seeds.includes(path))) continue;
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

/** The smallest parts of a page or a file that belong together: an object, a row, a paragraph. */
const partsOf = (text: string) => text.split(/[{}\n]|<\/?(?:tr|li|p|dd|dt|h\d|article|section|option|td|th)[ >]/);

const names = (text: string, notice: Notice) => ({
	household: notice.pseudonyms.find((one) => text.includes(one)),
	home: notice.homes.find((home) => home.some((one) => text.includes(one)))?.at(1)
});

test('no public page or file joins a household of a sealed notice with a home', async ({ portal }) => {
	test.skip(!portal.databaseUrl.startsWith('sqlite:'), 'reads the file of the database');
	const notices = sealedNotices(portal);
	expect(notices.length).toBeGreaterThan(1);
	const routes = findRoutes().filter(({ route }) => /^\/(\(public\)|api\/)/.test(route));
	const fixed = routes.flatMap(({ route }) => (route.includes('[') ? [] : [route.replace('/(public)', '') || '/']));
	const ofNotices = notices.flatMap(({ id, pseudonyms: [first], homes }) => [
		`/notices/${id}`,
		`/notices/${id}/set-asides.json`,
		`/notices/${id}/receipts.txt`,
		`/rankings/${id}`,
		`/rankings/${id}?pseudonym=${first}`,
		`/verify?notice=${id}&pseudonym=${first}`,
		...['round.json', 'result.json', 'publication.json', 'statement.txt'].map((name) => `/rankings/${id}/1/${name}`),
		...homes.slice(0, 15).map(([, code]) => `/dwellings/${code}`)
	]);
	const documents = await everythingPublic(portal.origin, [...ofNotices, ...fixed]);

	const reached = new Set([...documents.keys()].map((path) => routeOf(path)));
	const missed = routes.filter(({ route }) => !reached.has(route) && !(route in APART)).map(({ route }) => route);
	expect(missed, 'a public page or file that this test does not read').toEqual([]);

	let both = 0;
	for (const [path, text] of documents) {
		for (const notice of notices) {
			const { household, home } = names(text, notice);
			if (!household || !home) continue;
			both += 1;
			expect(BOTH_LISTS, `${path} names ${household} and ${home}`).toContain(routeOf(path));
			for (const part of partsOf(text)) {
				const joined = names(part, notice);
				expect(joined.household && joined.home, `${path}: ${part.slice(0, 200)}`).toBeFalsy();
			}
			// Each list is in the order of its own names, so that places in one say nothing of the other.
			const codes = notice.homes.map(([, code]) => code!).filter((code) => text.includes(`>${code}<`));
			const shown = codes.toSorted((a, b) => text.indexOf(`>${a}<`) - text.indexOf(`>${b}<`));
			expect(shown, path).toEqual(codes.toSorted());
		}
	}
	expect(both, 'the ranking of a sealed notice shows both lists').toBeGreaterThan(0);
});
