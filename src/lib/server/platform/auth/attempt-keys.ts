import { normaliseEmail } from '$lib/server/platform/accounts/repository';
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

/**
 * The counters of a try to sign in. A device that signed in before has a counter of its own, so that a stranger who
 * keeps trying a person's address cannot keep that person out.
 */
export function attemptKeys(from: { email: string; address: string; knownDevice: string | null }): Key[] {
	const email = normaliseEmail(from.email);
	const network = networkOf(from.address);
	if (from.knownDevice) return [['device', `${from.knownDevice} ${email}`]];
	return [
		['pair', `${email} ${network}`],
		['address', network],
		['account', email]
	];
}

/** The counters of a request for a mail, whether its address is known or not. */
export function mailKeys(email: string, address: string): Key[] {
	return [
		['mail', normaliseEmail(email)],
		['form', networkOf(address)]
	];
}
