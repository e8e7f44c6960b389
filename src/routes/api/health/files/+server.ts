import { filesState } from '$lib/server/platform/health/files-service';

/** Whether files can be kept and scanned, apart from the rest of the portal, which goes on without. */
export async function GET(): Promise<Response> {
	const { store, scanner } = await filesState();
	const isDown = store === 'down' || scanner === 'down';
	return new Response(`store: ${store}\nscanner: ${scanner}\n`, {
		status: isDown ? 503 : 200,
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store',
			...(isDown ? { 'retry-after': '10' } : {})
		}
	});
}
