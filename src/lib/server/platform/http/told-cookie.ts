import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Told } from '$lib/domain/household/told';
import { cookieName } from '$lib/server/platform/auth/cookie';
import { config } from '$lib/server/config';
import { stored } from '$lib/server/platform/db/stored';
import { seal } from '$lib/server/platform/secrets/seal';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';
import { toldShape } from '$lib/server/platform/db/fact-shapes';

// The answers of the check wait in this cookie while the person signs in. They hold health, so they are sealed, hidden
// from scripts, and kept for two hours.

const SECONDS = 2 * 3600;
/** After use the cookie lasts this long, so that a second click that is still under way finds the same answers. */
const FADING = 60;
const PLACE = 'cookie.told';
/** Browsers keep 4,096 bytes a cookie, its name and attributes included. */
const LONGEST = 3_800;

const name = () => cookieName('chiavi_told');
const attributes = () =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: config().origin.startsWith('https:') }) as const;

type Kept = { readonly format: 'told/1'; readonly told: Told; readonly until: Instant };

const readKept = stored<Kept>(
	'told answers',
	z.strictObject({ format: z.literal('told/1'), told: toldShape, until: z.iso.datetime() })
);

/** Keeps what was told in this browser; false when it is too long to be kept. */
export const keepTold = (cookies: Cookies, told: Told, now: Instant): boolean => keep(cookies, told, now, SECONDS);

/** Marks the told answers as used. */
export const fadeTold = (cookies: Cookies, told: Told, now: Instant): boolean => keep(cookies, told, now, FADING);

function keep(cookies: Cookies, told: Told, now: Instant, seconds: number): boolean {
	const until = new Date(Date.parse(now) + seconds * 1_000).toISOString();
	const kept: Kept = { format: 'told/1', told, until };
	const packed = deflateRawSync(JSON.stringify(kept)).toString('base64');
	const sealed = seal(config().masterKey, PLACE, packed).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
	if (sealed.length > LONGEST) return false;
	cookies.set(name(), sealed, { ...attributes(), maxAge: seconds });
	return true;
}

/**
 * The answers that wait in this browser; null when there are none, when they are too old, or when this version of the
 * portal did not write them.
 */
export function readTold(cookies: Cookies, now: Instant): Told | null {
	const sealed = cookies.get(name());
	if (!sealed) return null;
	try {
		const packed = openSealedText(config().masterKey, PLACE, sealed.replaceAll('-', '+').replaceAll('_', '/'));
		const kept = readKept(inflateRawSync(Buffer.from(packed, 'base64')).toString());
		return kept.until > now ? kept.told : null;
	} catch {
		return null;
	}
}

export function forgetTold(cookies: Cookies): void {
	cookies.delete(name(), attributes());
}
