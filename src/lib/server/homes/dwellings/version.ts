import { createHash } from 'node:crypto';

/** Names what the register knows, so that a form sent from an older page is recognised whoever changed the register. */
export const versionOf = (facts: object): string =>
	createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
