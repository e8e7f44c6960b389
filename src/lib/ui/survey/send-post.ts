import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import type { Post } from './kept';

/** `away`: the portal was not reached, or could not answer. `sign-in`: nobody is signed in any more. */
export type Answer = { readonly state: 'sent' | 'refused'; readonly result: ActionResult } | 'away' | 'sign-in';

const PATIENCE_MS = 60_000;

/** Sends one form as its page would. Never throws: what did not arrive is tried again. */
export async function sendPost({ action, fields }: Post): Promise<Answer> {
	const body = new FormData();
	for (const [name, value] of fields) {
		if (typeof value === 'string') body.append(name, value);
		else body.append(name, value, 'photo.jpg');
	}
	try {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const response = await fetch(action, { method: 'POST', body, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
		if (response.status >= 500 || response.status === 429) return 'away';
		const result = deserialize(await response.text());
		if (result.type === 'redirect') return isLogin(result.location) ? 'sign-in' : { state: 'sent', result };
		return { state: result.type === 'success' ? 'sent' : 'refused', result };
	} catch {
		return 'away';
	}
}

const isLogin = (location: string) => /^(\/en)?\/login(\/|\?|$)/.test(new URL(location, window.location.href).pathname);
