import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { CODE_DIGITS } from '$lib/domain/mandates/consent';
import { config } from '$lib/server/config';

/** A new code: each is as likely as any other. */
export const newCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');

/** How a code is stored. A code of six digits is few, so the hash is keyed: the database alone does not tell it. */
export const codeHash = (consentId: string, code: string): string =>
	createHmac('sha256', config().masterKey).update(`consent:${consentId}:${code}`).digest('base64url');

/** Whether `code` is the one of this consent, in the same time for every code. */
export const isCode = (consentId: string, code: string, stored: string): boolean =>
	timingSafeEqual(Buffer.from(codeHash(consentId, code)), Buffer.from(stored));
