/** A server did not answer, or did not send its answer to the end, in time. */
export class TookTooLong extends Error {
	override readonly name = 'TookTooLong';
}

const BYTES_A_MS = 1_000;

/**
 * `fetch` with an end: `timeoutMs` until the answer begins and again until it ends, and a second more for each megabyte
 * that travels. Follows no redirect, because a signature is for one server.
 */
export const fetchInTime =
	(timeoutMs: number): typeof fetch =>
	async (input, init = {}) => {
		const control = new AbortController();
		const within = (bytes: number) =>
			setTimeout(() => control.abort(new TookTooLong()), timeoutMs + bytes / BYTES_A_MS).unref();
		const answer = within(sizeOf(init.body));
		try {
			const response = await fetch(input, { ...init, redirect: 'manual', signal: control.signal });
			// Ends the reading of the body. After its end, or where nobody reads it, this does nothing more.
			within(Number(response.headers.get('content-length')) || 0);
			return response;
		} finally {
			clearTimeout(answer);
		}
	};

const sizeOf = (body: RequestInit['body']) =>
	typeof body === 'string' ? body.length : body instanceof Uint8Array ? body.byteLength : 0;
