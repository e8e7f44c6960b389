import type { Handle } from '@sveltejs/kit';

/**
 * Reads the rest of a request's body and throws it away. A connection with an unread body is cut, and the browser then
 * shows a network failure in place of the answer, for instance when an upload is refused because the session ended.
 */
export async function drain(request: Request): Promise<void> {
	if (!request.body || request.bodyUsed) return;
	// A body that breaks off or is too large has been answered already.
	await request.body.pipeTo(new WritableStream()).catch(() => undefined);
}

export const drained: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	await drain(event.request);
	return response;
};
