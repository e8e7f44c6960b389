import type { Recipient } from '$lib/server/people/messages/reach';

type Request = { readonly accountId: string | null; readonly dataKeyId: string; readonly protocol: string };

/** The household of a request, as messages reach it. */
export const recipientOf = ({ accountId, dataKeyId, protocol }: Request): Recipient =>
	accountId === null ? { accountId, dataKeyId, reference: protocol } : { accountId };
