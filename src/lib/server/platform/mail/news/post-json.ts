import { NotTaken } from './news';

/** A gateway that asks for more is tried again after this. */
const LONGEST_WAIT = 3_600_000;

type Asking = {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly signal: AbortSignal;
};
type Posting = Asking & { readonly body: object };

/** Posts JSON, and takes the answer as `getJson` does. */
export const postJson = ({ body, headers, ...rest }: Posting): Promise<Response> =>
	call({ ...rest, headers: { ...headers, 'content-type': 'application/json' } }, 'POST', JSON.stringify(body));

/**
 * The answer comes back with any status; an answer that does not come, or not in time, throws `NotTaken`. A redirection is not
 * followed: it would carry what is sent to an address that nobody configured.
 */
export const getJson = (asking: Asking): Promise<Response> => call(asking, 'GET');

async function call({ url, headers, signal }: Asking, method: 'GET' | 'POST', body?: string): Promise<Response> {
	const sent = { ...headers, accept: 'application/json' };
	try {
		return await fetch(url, { method, redirect: 'manual', signal, headers: sent, ...(body !== undefined && { body }) });
	} catch {
		throw new NotTaken('unreachable', 'no answer');
	}
}

/** Ends the reading of an answer whose status says everything. */
export async function leave(answer: Response): Promise<void> {
	await answer.body?.cancel().catch(() => undefined);
}

/** What an answer that is no success means. `final`: the statuses that mean that this reader cannot be reached so. */
export function notTaken(answer: Response, final: readonly number[]): NotTaken {
	const code = `HTTP ${answer.status}`;
	if (final.includes(answer.status)) return new NotTaken('refused', code);
	return new NotTaken('later', code, askedWait(answer.headers));
}

/** `Retry-After` in milliseconds: seconds, or a date (RFC 9110 section 10.2.3), counted from the `Date` of the answer. */
function askedWait(headers: Headers): number {
	const text = headers.get('retry-after')?.trim() ?? '';
	const seconds = /^\d+$/.test(text);
	const wait = seconds ? Number(text) * 1_000 : Date.parse(text) - Date.parse(headers.get('date') ?? '');
	return Number.isNaN(wait) ? 0 : Math.min(Math.max(0, wait), LONGEST_WAIT);
}
