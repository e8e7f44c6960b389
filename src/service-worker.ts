/// <reference lib="webworker" />

// Makes the pages of a survey open without a network, which cellars often lack. Every other request passes untouched.

const worker = self as unknown as ServiceWorkerGlobalScope;

const STORE = 'chiavi-surveys';
const PATIENCE_MS = 6_000;
const SURVEY = /^(\/en)?\/staff\/(dwellings|buildings)\/[^/]+\/survey$/;
const STAFF = /^(\/en)?\/staff(\/|$)/;
const LOGOUT = /^(\/en)?\/logout$/;
const isAsset = (pathname: string) => pathname.startsWith('/_app/immutable/');

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
	const { keep, assets } = event.data as { keep: string; assets: readonly string[] };
	const said = keepPage(keep, assets).then(
		() => true,
		async () => (await kept(keep)) !== undefined
	);
	event.waitUntil(said.then((isKept) => event.ports[0]?.postMessage(isKept)));
});

async function keepPage(pathname: string, assets: readonly string[]): Promise<void> {
	const store = await caches.open(STORE);
	const known = await Promise.all(assets.map((asset) => store.match(asset)));
	await store.addAll(assets.filter((asset, index) => isAsset(asset) && !known[index]));
	// Stores the page only as a signed-in reader sees it; a redirect to the sign-in is not a survey.
	const answer = await fetch(pathname, { headers: { accept: 'text/html' } });
	if (!answer.ok || answer.redirected) throw new Error('not a page to keep');
	await store.put(pathname, answer);
}

worker.addEventListener('fetch', (event) => {
	const { pathname, origin, search } = new URL(event.request.url);
	if (origin !== worker.location.origin) return;
	// Signing out deletes the stored pages. Forms that were not sent stay, under the person's account.
	if (event.request.method === 'POST' && LOGOUT.test(pathname)) event.waitUntil(caches.delete(STORE));
	if (event.request.method !== 'GET') return;
	if (isAsset(pathname)) event.respondWith(keptFirst(event.request));
	if (event.request.mode === 'navigate' && SURVEY.test(pathname) && search === '')
		event.respondWith(networkFirst(event.request, pathname));
	else if (event.request.mode === 'navigate' && STAFF.test(pathname))
		event.respondWith(fetch(event.request).catch((error: unknown) => keptPages(pathname, error)));
});

const kept = async (path: string | Request) => (await caches.open(STORE)).match(path);

const keptFirst = async (request: Request) => (await kept(request)) ?? fetch(request);

/** The page from the network; where the network is missing or too slow, the stored page. */
async function networkFirst(request: Request, pathname: string): Promise<Response> {
	const store = await kept(pathname);
	if (!store) return fetch(request);
	const late = new Promise<Response>((resolve) => setTimeout(() => resolve(store), PATIENCE_MS));
	return Promise.race([fetch(request).catch(() => store), late]);
}

const texts = {
	it: { lang: 'it', title: 'Non c’è rete', lead: 'Questi rilievi si aprono anche così:' },
	en: { lang: 'en', title: 'There is no network', lead: 'These surveys open all the same:' }
};

/**
 * The list of pages that open without a network, shown in place of the browser's error page; where none is stored, the
 * browser's error page.
 */
async function keptPages(pathname: string, error: unknown): Promise<Response> {
	const store = await caches.open(STORE);
	const pages = (await store.keys()).filter(({ url }) => SURVEY.test(new URL(url).pathname));
	if (pages.length === 0) throw error;
	const { lang, title, lead } = texts[pathname.startsWith('/en/') ? 'en' : 'it'];
	const items = await Promise.all(
		pages.map(async (page) => {
			const html = (await (await store.match(page))?.text()) ?? '';
			const name = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? page.url;
			return `<li style="margin:1.5rem 0"><a href="${new URL(page.url).pathname}">${name}</a></li>`;
		})
	);
	const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>`;
	const body = `<h1>${title}</h1><p>${lead}</p><ul>${items.join('')}</ul>`;
	return new Response(
		`<!doctype html><html lang="${lang}"><head>${head}</head><body style="font:1.2rem sans-serif;margin:1.5rem">${body}</body></html>`,
		{ headers: { 'content-type': 'text/html; charset=utf-8' } }
	);
}
