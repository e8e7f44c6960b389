import { normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import type { Key } from './throttle';

/** An IPv6 network hands a whole /64 to one household: it counts as one address. */
export function networkOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail = ''] = address.split('::');
	const front = head.split(':').filter(Boolean);
	const back = tail.split(':').filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
	return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

/** Counters that refuse a try when they are used up, the nearest to who tries first, and counters that only slow it. */
type AttemptKeys = { readonly refusing: readonly Key[]; readonly slowing: readonly Key[] };

/**
 * The counters of a try to sign in. Nobody can keep the owner of an account out: what refuses is counted for the place
 * the tries come from, and the account's own counter, which every place shares, only slows. A device that signed in
 * before has a counter of its own.
 */
export function attemptKeys(from: { email: string; address: string; knownDevice: string | null }): AttemptKeys {
	const email = normaliseEmail(from.email);
	const network = networkOf(from.address);
	if (from.knownDevice) return { refusing: [['device', `${from.knownDevice} ${email}`]], slowing: [] };
	return {
		refusing: [
			['pair', `${email} ${network}`],
			['address', network]
		],
		slowing: [['account', email]]
	};
}

/**
 * The counters of a request for a mail, whether its address is known or not. They are of the place that asks: what
 * everybody asks for one address only waits longer (server/platform/accounts/ask.ts).
 */
export function mailKeys(email: string, address: string): Key[] {
	const network = networkOf(address);
	return [
		['mail', `${normaliseEmail(email)} ${network}`],
		['form', network]
	];
}

/**
 * The counter of codes of the second factor. Who knows a password and tries codes must not keep the owner out, whose
 * device has its own. All other devices share one, because six digits are few.
 */
export function codeKeys(accountId: string, knownDevice: string | null): Key[] {
	return [['code', knownDevice ? `${knownDevice} ${accountId}` : accountId]];
}
