import { createHmac } from 'node:crypto';
import { config } from '$lib/server/config';

/** The hidden field of each form that says whose page it stands on. */
export const MARK = '_as';

/**
 * Names an account on the forms of its pages, so that no other account sends what it typed. It proves nothing about a
 * person and opens nothing.
 */
export const formMark = (accountId: string): string =>
	createHmac('sha256', config().masterKey).update(`form:${accountId}`).digest('base64url').slice(0, 22);
