import { createHash } from 'node:crypto';

/** A hash of what the register holds, so that a form sent from an older page is recognised. */
export const versionOf = (facts: object): string =>
	createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
