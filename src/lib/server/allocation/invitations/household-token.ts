import { createHmac } from 'node:crypto';

type Request = { readonly id: string; readonly account_id: string | null };

/**
 * What stands for a household in `invitations`, worked out with the key that seals its health: who has no key cannot tell
 * which household was told of a dwelling, and once the key is shredded nobody can. An account is one household, whichever
 * of its requests is in.
 */
export const householdToken = (key: Buffer, { id, account_id }: Request): string =>
	createHmac('sha256', key)
		.update(`invitations.household:${account_id ?? id}`)
		.digest('hex');
