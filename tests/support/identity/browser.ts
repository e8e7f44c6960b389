import { isRedirect } from '@sveltejs/kit';
import type { Account } from '$lib/server/platform/accounts/account';
import { openSessions } from '$lib/server/platform/auth/sessions';
import { database } from '$lib/server/platform/db/app';
import { GET as back } from '../../../src/routes/(public)/login/identity/back/+server';
import { GET as start } from '../../../src/routes/(public)/login/identity/start/+server';
import { passThrough } from './gateway';

/** The address of the portal of tests (settings.ts). */
export const PORTAL = 'http://localhost:3000';

const cookiesIn = (jar: Map<string, string>) => ({
	get: (name: string) => jar.get(name),
	getAll: () => [...jar].map(([name, value]) => ({ name, value })),
	set: (name: string, value: string) => void jar.set(name, value),
	delete: (name: string) => void jar.delete(name)
});

/** A browser: its cookies, and who is signed in there. */
export function aBrowser(account: Account | null = null) {
	const jar = new Map<string, string>();
	const cookies = cookiesIn(jar);
	const actor = account && { ...account, demo: false };
	const locals = { actor, sessionId: null, pending: null };
	async function visit(handler: (event: never) => unknown, url: URL | string, fields?: Record<string, string>) {
		const body = new URLSearchParams(fields);
		const request = new Request(url, fields ? { method: 'POST', body } : {});
		try {
			return { data: await handler({ cookies, locals, request, url: new URL(url) } as never) };
		} catch (thrown) {
			if (isRedirect(thrown)) return { location: thrown.location };
			throw thrown;
		}
	}
	// The sessions of the process are those of the first file that ran in it.
	const session = () => openSessions(database()).read(jar.get('chiavi_session') ?? '');
	return {
		owner: account,
		jar,
		cookies,
		session,
		post: (action: (event: never) => unknown, fields: Record<string, string> = {}) => visit(action, PORTAL, fields),
		/** To the gateway; answers its address. */
		leave: async (next = '') => (await visit(start, `${PORTAL}/login/identity/start?next=${next}`)).location ?? '',
		comeBack: async (url: URL) => (await visit(back, url)).location
	};
}
type Browser = ReturnType<typeof aBrowser>;

/** To the gateway and back; answers where the portal leads next. */
export async function signIn(browser: Browser, next = ''): Promise<string | undefined> {
	return browser.comeBack(await passThrough(await browser.leave(next), PORTAL));
}
