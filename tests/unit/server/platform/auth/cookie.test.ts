import type { Cookies } from '@sveltejs/kit';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';

const set = vi.fn<Cookies['set']>();
const cookies = { get: () => undefined, getAll: () => [], set, delete: () => {}, serialize: () => '' } as Cookies;

const production = {
	CHIAVI_DEMO: '0',
	DATABASE_URL: 'sqlite::memory:',
	CHIAVI_MASTER_KEY: 'ab'.repeat(32),
	CHIAVI_SIGNING_KEY: 'cd'.repeat(32),
	SMTP_URL: 'smtp://localhost:25',
	MAIL_FROM: 'chiavi@example.org',
	OFFICE_NAME: 'Ufficio',
	OFFICE_PHONE: '02 1',
	OFFICE_HOURS_IT: 'ore 9-13',
	OFFICE_HOURS_EN: '9 to 13',
	OFFICE_ADDRESS: 'via Esempio 1'
};

async function cookieAt(origin: string, id: string) {
	for (const [name, value] of Object.entries({ ...production, ORIGIN: origin })) vi.stubEnv(name, value);
	vi.resetModules();
	const { setSessionCookie } = await import('$lib/server/platform/auth/cookie');
	setSessionCookie(cookies, id);
	return set.mock.calls.at(-1)!;
}

beforeEach(() => vi.unstubAllEnvs());
// Test files share their modules, and the settings are read once: the next file must not find these.
afterAll(() => {
	vi.unstubAllEnvs();
	vi.resetModules();
});

test('over https the cookie is Secure and bound to the host', async () => {
	const [name, , flags] = await cookieAt('https://chiavi.example.it', 'home.x');
	expect(name).toBe('__Host-chiavi_session');
	expect(flags).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
	expect(flags.domain).toBeUndefined();
});

test('over http it keeps a plain name, which browsers accept', async () => {
	const [name, , flags] = await cookieAt('http://localhost:3000', 'home.x');
	expect(name).toBe('chiavi_session');
	expect(flags).toMatchObject({ secure: false, httpOnly: true, sameSite: 'lax' });
});

test('a session of staff, or one that waits for its second factor, ends with the browser', async () => {
	expect((await cookieAt('https://chiavi.example.it', 'desk.x'))[2].maxAge).toBeUndefined();
	expect((await cookieAt('https://chiavi.example.it', 'pending.x'))[2].maxAge).toBeUndefined();
	expect((await cookieAt('https://chiavi.example.it', 'home.x'))[2].maxAge).toBe(90 * 24 * 3600);
});
