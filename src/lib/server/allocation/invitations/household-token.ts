import { createHmac } from 'node:crypto';

type Request = { readonly id: string; readonly accountId: string | null };

/**
 * The token of a household in `invitations`, made with the key that seals its health. Without the key nobody can tell
 * which household was told of a dwelling, and when the key is shredded nobody ever can. An account counts as one
 * household, whichever of its requests is live.
 */
export const householdToken = (key: Buffer, { id, accountId }: Request): string =>
	createHmac('sha256', key)
		.update(`invitations.household:${accountId ?? id}`)
		.digest('hex');
