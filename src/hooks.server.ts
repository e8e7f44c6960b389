import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { guard } from '$lib/server/auth/guard';
import { refusals } from '$lib/server/auth/refusals';
import { visitor } from '$lib/server/auth/visitor';
import { compress } from '$lib/server/http/compress';
import { drained } from '$lib/server/http/drain';
import { language } from '$lib/server/http/language';
import { oneByOne } from '$lib/server/http/one-by-one';
import { requestLog } from '$lib/server/http/request-log';
import { securityHeaders } from '$lib/server/http/security-headers';
import { wellFormed } from '$lib/server/http/well-formed';
import { startUp } from '$lib/server/lifecycle';

export { reportError as handleError } from '$lib/server/http/report-error';

export async function init(): Promise<void> {
	if (!building) await startUp();
}

export const handle = sequence(
	compress,
	requestLog,
	oneByOne,
	securityHeaders,
	wellFormed,
	language,
	drained,
	visitor,
	refusals,
	guard
);
