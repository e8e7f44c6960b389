import type { Cookies } from '@sveltejs/kit';
import { config } from '$lib/server/config';
import { markDevice } from './known-device';
import { lifetimes } from './lifetimes';

const https = () => config().origin.startsWith('https:');

/** `__Host-` binds a cookie to this host and to https; a browser refuses it over http. */
export const cookieName = (name: string): string => (https() ? `__Host-${name}` : name);

const attributes = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https() }) as const;

const session = () => cookieName('chiavi_session');

export function readSessionCookie(cookies: Cookies): string | null {
	return cookies.get(session()) ?? null;
}

/** Staff sessions end with the browser; a resident's cookie lasts as long as the session can. */
export function setSessionCookie(cookies: Cookies, id: string): void {
	const maxAge = id.startsWith('home.') ? lifetimes.home.absolute : undefined;
	cookies.set(session(), id, { ...attributes(), ...(maxAge && { maxAge }) });
}

export function clearSessionCookie(cookies: Cookies): void {
	cookies.delete(session(), attributes());
}

const device = () => cookieName('chiavi_device');
const DEVICE_AGE = 400 * 24 * 3600;

export function readDeviceMark(cookies: Cookies): string | undefined {
	return cookies.get(device());
}

/** Remembers that this browser signed in to the account with `email` (see known-device.ts). */
export function setDeviceMark(cookies: Cookies, email: string): void {
	cookies.set(device(), markDevice(email), { ...attributes(), maxAge: DEVICE_AGE });
}
