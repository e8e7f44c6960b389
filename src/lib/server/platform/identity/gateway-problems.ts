import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { log } from '$lib/server/log';

/** Why a sign-in with a public identity did not come to its end. */
export type GatewayProblem = 'denied' | 'down' | 'expired' | 'refused';

/** Codes of the libraries for an answer that did not come, came in part (`PARSE`), or is the page of a server in between. */
const NOT_ANSWERING = [
	...['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_PARSE_ERROR'],
	...['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']
];

/** The problem that an error of the library tells. The log gets its code alone, because its cause may hold tokens. */
export function problemOf(thrown: unknown): GatewayProblem {
	const problem = sort(thrown);
	log.warn({ identity: problem, code: codeOf(thrown) }, 'sign-in with a public identity did not succeed');
	return problem;
}

function sort(thrown: unknown): GatewayProblem {
	if (thrown instanceof AuthorizationResponseError) {
		if (thrown.error === 'access_denied') return 'denied';
		return ['server_error', 'temporarily_unavailable'].includes(thrown.error) ? 'down' : 'refused';
	}
	if (thrown instanceof ResponseBodyError) {
		if (thrown.status >= 500) return 'down';
		return thrown.error === 'invalid_grant' ? 'expired' : 'refused';
	}
	if (thrown instanceof ClientError) return NOT_ANSWERING.includes(thrown.code ?? '') ? 'down' : 'refused';
	// `fetch` fails with a TypeError where nobody answers, the timer with a DOMException.
	return thrown instanceof TypeError || thrown instanceof DOMException ? 'down' : 'refused';
}

function codeOf(thrown: unknown): string {
	if (thrown instanceof AuthorizationResponseError || thrown instanceof ResponseBodyError)
		return /^[a-z_]{1,40}$/.test(thrown.error) ? thrown.error : 'other';
	if (thrown instanceof ClientError && thrown.code) return thrown.code;
	return thrown instanceof Error ? thrown.name : 'unknown';
}
