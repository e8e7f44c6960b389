import type { Page } from '@playwright/test';
import type { Role } from '../../../src/lib/server/platform/auth/actor';
import { bringChecker, violationsOf } from '../../support/accessible';
import { expect, readingTest as test } from '../../support/portal';
import { signIn } from '../../support/sign-in';
import { readRows } from '../../support/authorisation-rows';
import { ask, crawl, hasManyStates, isPage, routeOf, shapeOf, visitors, type Opened, type Visitor } from './crawl';
import { overflowing, strangeTexts } from './reading';

/** What is wrong with the page that is open, in a window of a desk and of a phone. */
async function faultsOf(page: Page, path: string, withFrame: boolean): Promise<string[]> {
	const faults: string[] = [];
	const { title, lang, headings } = await page.evaluate(() => ({
		title: document.title.trim(),
		lang: document.documentElement.lang,
		headings: document.querySelectorAll('h1').length
	}));
	if (title === '' || title === 'Chiavi') faults.push(`title "${title}"`);
	if (lang !== 'it') faults.push(`lang ${lang}`);
	if (headings !== 1) faults.push(`${headings} h1`);
	faults.push(...(await violationsOf(page, withFrame)));
	for (const text of await strangeTexts(page)) faults.push(`strange: ${text.slice(0, 100)}`);
	await page.setViewportSize({ width: 320, height: 700 });
	for (const what of await overflowing(page)) faults.push(`wider than 320 px: ${what}`);
	await page.setViewportSize({ width: 1280, height: 800 });
	return faults.map((fault) => `${path} ${fault}`);
}

/** Routes that the role may read, by the authorisation matrix; `own` leaves out what everybody may. */
async function readable({ role }: Visitor) {
	const rows = (await readRows()).filter(({ always }) => !always);
	const everybody = rows.filter(({ read }) => read === 'everyone').map(({ route }) => route);
	return { everybody, own: await routesOf(role) };
}

/** Routes that a role may read and not everybody. */
async function routesOf(role: Role | null): Promise<string[]> {
	if (!role) return [];
	const rows = (await readRows()).filter(({ always, read }) => !always && read !== 'everyone' && read?.includes(role));
	return rows.map(({ route }) => route);
}

/**
 * Files, and pages that need the link of a letter, the password just typed, or a state that the demo does not load.
 */
const unlinked =
	/\[token\]|second-factor|\[file\]|^\/api|export$|template$|\/proof$|\/pdf$|apply\/\[notice\](\/dwellings|\/circumstances|\/names|\/news)?$|proposals|answers\/\[notice\]$|import\/\[id\]$|\/chain$|what-if\/\[id\]$|photographs\/\[id\]$|account\/kept$|my\/discard|\/row$|follow\/\[link\]$|offers\/wave$|documents\/\[id\]\/(\[page\]|copy)$|documents\/\[document\]$|requests\/\[id\]\/(rejection|contests|changes)$|signature\/\[notice\]$|my\/sign\/\[notice\]$|\/sheet(\/\[answer\])?$|my\/mandates\/\[id\]$|\/attestation$/;

/** What a visitor should be able to open, and what is looked at with its eyes. */
async function toOpen(visitor: Visitor) {
	const { everybody, own } = await readable(visitor);
	// A page that several roles read, with other buttons or none, is looked at as the first of them.
	const others = await Promise.all(visitors.slice(0, visitors.indexOf(visitor)).map(({ role }) => routesOf(role)));
	return {
		// Public pages are looked at once, as anybody; to an applicant they are a way to a request.
		expected: visitor.role ? own : everybody,
		ways: visitor.role === 'applicant' ? everybody : [],
		elsewhere: new Set(others.flat())
	};
}

/** Opens pages for the crawler: in the browser, looked at for faults, when no page of this shape was; else asked for only. */
function looker(page: Page, baseURL: string, { expected, elsewhere }: Awaited<ReturnType<typeof toOpen>>) {
	const looked = new Set<string | undefined>();
	const faults: string[] = [];
	let withFrame = true;

	/** A second example answers, and looks as the first; a listing has many states. */
	const isKnown = (path: string) => elsewhere.has(routeOf(path)!) || looked.has(shapeOf(path));
	const toLookAt = (route: string) => expected.includes(route) && isPage(route);

	async function open(path: string): Promise<Opened> {
		if (!toLookAt(routeOf(path)!) || isKnown(path)) return ask(page.request, path);
		const answer = (await page.goto(path))!;
		if (answer.status() !== 200) faults.push(`${path} status ${answer.status()}`);
		const landed = answer.url().slice(baseURL.length);
		if (!isKnown(landed)) {
			faults.push(...(await faultsOf(page, landed, withFrame)));
			withFrame = false;
		}
		if (!hasManyStates(routeOf(landed)!)) looked.add(shapeOf(landed));
		return { url: answer.url(), html: await answer.text() };
	}
	return { open, faults };
}

const opensFiles = ({ role }: Visitor) => role === 'officer' || role === 'manager';

/** Opens the file of a request, whose facts and pages are closed before; answers its address. */
async function openFile(page: Page): Promise<string> {
	await page.goto('/staff/requests?state=offer');
	await page.locator('main table a').first().click();
	await page.getByRole('button', { name: 'Apri il fascicolo' }).click();
	await page.getByRole('heading', { name: 'Che cosa ha dichiarato' }).waitFor();
	return new URL(page.url()).pathname;
}

for (const visitor of visitors) {
	test(`every page of ${visitor.account ?? 'anybody'} is whole`, async ({ page, baseURL }) => {
		test.setTimeout(600_000);
		await bringChecker(page.context());
		await page.setViewportSize({ width: 1280, height: 800 });
		if (visitor.account) await signIn(page, visitor.account);
		const routes = await toOpen(visitor);
		const { expected, ways } = routes;
		const { open, faults } = looker(page, baseURL!, routes);
		const homes = opensFiles(visitor) ? [visitor.home, await openFile(page)] : [visitor.home];
		const found = await crawl(open, homes, (route) =>
			expected.includes(route) ? (hasManyStates(route) ? 8 : 2) : ways.includes(route) ? 1 : 0
		);
		const pages = found.filter((path) => expected.includes(routeOf(path) ?? ''));
		const missing = expected.filter((route) => !pages.some((path) => routeOf(path) === route));
		test.info().annotations.push({ type: 'pages', description: pages.join(' ') });
		expect(faults).toEqual([]);
		expect(
			missing.filter((route) => !unlinked.test(route)),
			'no link leads to these pages'
		).toEqual([]);
	});
}

test('every public page answers in English', async ({ page }) => {
	const { everybody } = await readable(visitors[0]!);
	const found = await crawl(
		(path) => ask(page.request, path),
		['/'],
		(route) => (everybody.includes(route) ? 2 : 0)
	);
	for (const path of found) {
		const answer = await page.request.get(path === '/' ? '/en' : `/en${path}`);
		expect.soft(answer.status(), path).toBe(200);
		expect.soft(await answer.text(), path).toMatch(/<html[^>]* lang="en"/);
	}
});
