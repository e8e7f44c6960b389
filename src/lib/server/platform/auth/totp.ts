import { generateSecret, generateURI, verifySync } from 'otplib';
import qrcode from 'qrcode-generator';
import { config } from '$lib/server/config';
import { seal } from '$lib/server/platform/secrets/seal';
import { openSealedText } from '$lib/server/platform/secrets/sealed-value';

const PERIOD = 30;

const kept = (accountId: string) => `accounts.totp_sealed:${accountId}`;
const offered = (accountId: string) => `enrolment:${accountId}`;

/** A fresh secret, sealed so that it can travel in the form: nothing is stored until a code proves it was copied. */
export function offerSecret(accountId: string): string {
	return seal(config().masterKey, offered(accountId), generateSecret());
}

/** The secret of an offer made to this account; null when the form was tampered with. */
export function openOffer(accountId: string, sealed: string): string | null {
	try {
		return openSealedText(config().masterKey, offered(accountId), sealed);
	} catch {
		return null;
	}
}

export const sealSecret = (accountId: string, secret: string): string =>
	seal(config().masterKey, kept(accountId), secret);

export const openSecret = (accountId: string, sealed: string): string =>
	openSealedText(config().masterKey, kept(accountId), sealed);

/**
 * The time step a code belongs to (now, or one step to either side: phones drift), or null when it is wrong or not
 * newer than `lastStep`: a code read over a shoulder opens nothing a second time.
 */
export function stepOfCode(secret: string, code: string, lastStep: number | null, epoch: number): number | null {
	const token = code.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const after = lastStep === null ? {} : { afterTimeStep: lastStep };
	const result = verifySync({ secret, token, epoch, period: PERIOD, epochTolerance: PERIOD, ...after });
	return result.valid && 'timeStep' in result ? result.timeStep : null;
}

/** What the enrolment page shows: the secret in groups of four, and the squares of its QR code as an SVG path. */
function describeSecret(secret: string, label: string) {
	const qr = qrcode(0, 'M');
	qr.addData(generateURI({ issuer: 'Chiavi', label, secret }));
	qr.make();
	const size = qr.getModuleCount();
	let path = '';
	for (let row = 0; row < size; row += 1) {
		for (let column = 0; column < size; column += 1) if (qr.isDark(row, column)) path += `M${column} ${row}h1v1h-1z`;
	}
	return { groups: secret.match(/.{1,4}/g) ?? [], qr: { size, path } };
}

/** An offer as the page shows it, with its sealed form for the hidden field; null when it was tampered with. */
export function describeOffer(accountId: string, offer: string, label: string) {
	const secret = openOffer(accountId, offer);
	return secret === null ? null : { offer, ...describeSecret(secret, label) };
}
