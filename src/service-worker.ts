/// <reference lib="webworker" />

// The pages of a survey open without a network: a flat's cellar has none. Everything else goes past this file untouched.

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
	// As its reader sees it signed in: a redirect to the sign-in is no survey.
	const answer = await fetch(pathname, { headers: { accept: 'text/html' } });
	if (!answer.ok || answer.redirected) throw new Error('not a page to keep');
	await store.put(pathname, answer);
}

worker.addEventListener('fetch', (event) => {
	const { pathname, origin, search } = new URL(event.request.url);
	if (origin !== worker.location.origin) return;
	// Who signs out leaves no page behind; what was not sent stays, under their account.
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

/** The page as it is now; without a network, or with one too slow, as it was kept. */
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

/** What can be opened without a network, in place of the browser's own page; nothing kept: the browser's own page. */
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
