import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { config } from '$lib/server/config';

/** The head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes of the seed follow. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** Ed25519 signature of a statement's text, lower-case hexadecimal. */
export function signText(text: string): string {
	return sign(null, Buffer.from(text), privateKey()).toString('hex');
}

export function verifyText(text: string, signature: string): boolean {
	return verify(null, Buffer.from(text), publicKey(), Buffer.from(signature, 'hex'));
}

/** The key that checks signatures, as PEM text: what `openssl pkeyutl` reads. */
export function publicKeyPem(): string {
	return publicKey().export({ type: 'spki', format: 'pem' }).toString();
}

function privateKey(): KeyObject {
	return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, config().signingKey]), format: 'der', type: 'pkcs8' });
}

function publicKey(): KeyObject {
	return createPublicKey(privateKey());
}
