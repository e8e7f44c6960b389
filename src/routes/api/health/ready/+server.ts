import { db } from '$lib/server/platform/db/app';
import { isReady } from '$lib/server/platform/health/service';

/** The process can serve: its database answers. */
export async function GET(): Promise<Response> {
	const ready = await isReady(db());
	return new Response(ready ? 'ok\n' : 'the database does not answer\n', {
		status: ready ? 200 : 503,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
}
