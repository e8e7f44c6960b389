import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { normaliseEmail } from '$lib/server/platform/accounts/mail-address';
import { config } from '$lib/server/config';

const proof = (device: string, email: string) =>
	createHmac('sha256', config().masterKey)
		.update(`device:${device}:${normaliseEmail(email)}`)
		.digest('base64url');

/** A mark for a browser that signed in to the account with `email`: it proves so later, and opens nothing. */
export function markDevice(email: string): string {
	const device = randomBytes(16).toString('base64url');
	return `${device}.${proof(device, email)}`;
}

/** The device named by `mark` if it signed in to this account before; null otherwise. */
export function knownDevice(mark: string | undefined, email: string): string | null {
	const [device = '', given = ''] = mark?.split('.') ?? [];
	const wanted = Buffer.from(proof(device, email));
	const told = Buffer.from(given);
	return told.length === wanted.length && timingSafeEqual(told, wanted) ? device : null;
}
