import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';
import type { Post } from './kept';

/** `away`: the portal was not reached, or failed to answer. `sign-in`: the session has ended. */
export type Answer = { readonly state: 'sent' | 'refused'; readonly result: ActionResult } | 'away' | 'sign-in';

const PATIENCE_MS = 60_000;

/** Sends one form as its page would. Never throws: the caller tries again later. */
export async function sendPost({ action, fields, owner }: Post): Promise<Answer> {
	const body = new FormData();
	// The portal refuses a form written under another account than the one signed in now.
	body.append('owner', owner);
	for (const [name, value] of fields) {
		if (typeof value === 'string') body.append(name, value);
		else body.append(name, value, 'photo.jpg');
	}
	try {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const { signal, done } = patience();
		const response = await fetch(action, { method: 'POST', body, headers, signal }).finally(done);
		if (response.status >= 500 || response.status === 429) return 'away';
		const result = deserialize(await response.text());
		if (result.type === 'redirect') return isLogin(result.location) ? 'sign-in' : { state: 'sent', result };
		if (result.type === 'failure' && result.data?.['otherAccount']) return 'sign-in';
		// The portal is there, and cannot take files now.
		if (result.type === 'failure' && result.status === 503) return 'away';
		return { state: result.type === 'success' ? 'sent' : 'refused', result };
	} catch {
		return 'away';
	}
}

const isLogin = (location: string) => /^(\/en)?\/login(\/|\?|$)/.test(new URL(location, window.location.href).pathname);

/** A signal that ends a request that hangs. Written for old browsers too. */
function patience() {
	const controller = new AbortController();
	const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
	return { signal: controller.signal, done: () => clearTimeout(timer) };
}

/** The portal's reason for a refusal, in its own words; empty without one. */
export function refusalOf(result: ActionResult): string {
	if (result.type === 'error') return String((result.error as Error | null)?.message ?? '');
	if (result.type !== 'failure') return '';
	const { photoError, problem, errors } = (result.data ?? {}) as Record<string, unknown>;
	return String(photoError ?? problem ?? Object.values((errors as object | undefined) ?? {})[0] ?? '');
}
