import type { Handle } from '@sveltejs/kit';

/**
 * Reads what nobody read of a request, and throws it away. A connection with an unread body is cut, and the browser
 * then shows a network failure in place of the answer: an upload refused because the session had ended, for one.
 */
export async function drain(request: Request): Promise<void> {
	if (!request.body || request.bodyUsed) return;
	// A body that breaks off or is too large has its answer already.
	await request.body.pipeTo(new WritableStream()).catch(() => undefined);
}

export const drained: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	await drain(event.request);
	return response;
};
