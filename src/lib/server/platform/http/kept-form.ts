import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import type { Instant } from '$lib/domain/calendar/instant';
import { cookieName } from '$lib/server/platform/auth/cookie';
import { readJson } from '$lib/server/platform/forms/read-json';
import { config } from '$lib/server/config';
import { seal } from '$lib/server/platform/secrets/seal';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';

// What a person sent after the session had ended waits in this cookie while the person signs in. It may hold health, so
// it is sealed, hidden from scripts, kept for two hours, and given back to the same account only.

const SECONDS = 2 * 3600;
const PLACE = 'cookie.kept';
/** With the answers of the check (told-cookie.ts) the header of all cookies stays under the 8 kB that proxies take. */
const LONGEST = 3_000;
const MOST_INFLATED = 600_000;

const kept = z.object({
	/** The account that opened the form (form-mark.ts). */
	mark: z.string(),
	action: z.string(),
	fields: z.array(z.object({ name: z.string(), value: z.string() })),
	until: z.string()
});
export type KeptForm = Omit<z.infer<typeof kept>, 'until'>;

const name = () => cookieName('chiavi_kept');
const attributes = () =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: config().origin.startsWith('https:') }) as const;

/** The `set-cookie` header that keeps `form` in this browser; null when it is too long to be kept. */
export function keepForm(cookies: Cookies, form: KeptForm, now: Instant): string | null {
	const until = new Date(Date.parse(now) + SECONDS * 1_000).toISOString();
	const packed = deflateRawSync(JSON.stringify({ ...form, until })).toString('base64');
	const sealed = seal(config().masterKey, PLACE, packed).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
	if (sealed.length > LONGEST) return null;
	cookies.set(name(), sealed, { ...attributes(), maxAge: SECONDS });
	return cookies.serialize(name(), sealed, { ...attributes(), maxAge: SECONDS });
}

/** What this browser keeps for the account that `mark` names; null when nothing waits, or for another account. */
export function readKept(cookies: Cookies, mark: string, now: Instant): KeptForm | null {
	const sealed = cookies.get(name());
	if (!sealed) return null;
	try {
		const packed = openSealedText(config().masterKey, PLACE, sealed.replaceAll('-', '+').replaceAll('_', '/'));
		const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_INFLATED });
		const { until, ...form } = kept.parse(readJson(text.toString(), { depth: 3, values: 20_000 }));
		return form.mark === mark && until > now ? form : null;
	} catch {
		return null;
	}
}

export function forgetKept(cookies: Cookies): void {
	if (cookies.get(name())) cookies.delete(name(), attributes());
}
