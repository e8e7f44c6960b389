import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

/** `cut`: the line broke, and nobody knows whether the files arrived. `stopped`: the person stopped it. */
export type Sent = ActionResult | { readonly type: 'cut' } | { readonly type: 'stopped' };

/**
 * Posts a form to an action as the framework's own script does, and tells how much of it was sent, from 0 to 1. The
 * framework uses `fetch`, which cannot tell.
 */
export function sendFiles(action: string, form: FormData, tell: (share: number) => void) {
	const request = new XMLHttpRequest();
	const result = new Promise<Sent>((answer) => {
		request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
		request.upload.onload = () => tell(1);
		request.onerror = () => answer({ type: 'cut' });
		request.onabort = () => answer({ type: 'stopped' });
		request.onload = () => answer(resultOf(request));
	});
	request.open('POST', action);
	request.setRequestHeader('accept', 'application/json');
	request.setRequestHeader('x-sveltekit-action', 'true');
	request.send(form);
	return { result, stop: () => request.abort() };
}

/** What answers with anything but a result of an action is no portal: a line that asks to sign in, a gateway in between. */
function resultOf({ responseText, status }: XMLHttpRequest): Sent {
	try {
		const result = deserialize(responseText);
		return result.type === 'error' ? { ...result, status } : result;
	} catch {
		return { type: 'cut' };
	}
}
