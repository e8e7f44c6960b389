import { config } from '$lib/server/config';
import { log } from '$lib/server/log';
import { database } from '$lib/server/platform/db/app';
import { whyNotReady } from '$lib/server/platform/health/service';
import { causeOf } from '$lib/server/platform/http/outages';

/** The process can serve: its database answers and takes writes. */
export async function GET(): Promise<Response> {
	const problem = await whyNotReady(database(), config().databaseUrl);
	if (problem) log.error(causeOf(problem), 'not ready');
	return new Response(problem ? 'the database cannot serve\n' : 'ok\n', {
		status: problem ? 503 : 200,
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store',
			...(problem ? { 'retry-after': '10' } : {})
		}
	});
}
