/**
 * Asks the service worker to keep this page and its files, so that the page opens without a network. False if the
 * browser cannot: the page then needs a network, as every other page does.
 */
export async function keepPageOffline(): Promise<boolean> {
	if (!('serviceWorker' in navigator)) return false;
	try {
		await navigator.serviceWorker.register('/service-worker.js');
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		const answered = new Promise<boolean>((resolve) => {
			port1.onmessage = ({ data }) => resolve(data === true);
		});
		active?.postMessage({ keep: location.pathname, assets: assetsOfPage() }, [port2]);
		return await answered;
	} catch {
		return false;
	}
}

const assetsOfPage = () =>
	performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_app/immutable/'))
		.map(({ pathname }) => pathname);
