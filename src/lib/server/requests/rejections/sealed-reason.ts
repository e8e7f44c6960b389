import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { isSealed, openText, sealText, type SealedText } from '$lib/server/platform/secrets/sealed-text';

const placeOf = (rejectionId: string) => `rejections.reason:${rejectionId}`;

/** Seals which requirement fails and why: it may tell of the household's health. One sealed earlier stays as it is. */
export async function sealReason(
	trx: Transaction<Database>,
	rejection: { readonly id: string; readonly dataKeyId: string },
	reason: string
): Promise<SealedText> {
	return isSealed(reason) ? reason : sealText(trx, rejection.dataKeyId, placeOf(rejection.id), reason);
}

/** The reason for the household and the officers; empty when it was erased with the person's key. */
export async function openReason(db: Kysely<Database>, { id, reason }: { id: string; reason: string }) {
	return (await openText(db, placeOf(id), reason)) ?? '';
}
