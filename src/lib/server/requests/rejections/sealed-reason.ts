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

type Said = 'answer' | 'decision';
const saidPlace = (rejectionId: string, what: Said) => `rejections.${what}:${rejectionId}`;

/** Seals what the household answers, or why the office decided as it did. */
export const sealSaid = (
	trx: Transaction<Database>,
	rejection: { readonly id: string; readonly dataKeyId: string },
	what: Said,
	text: string
): Promise<SealedText> => sealText(trx, rejection.dataKeyId, saidPlace(rejection.id, what), text);

/** The same, opened; null where nothing was said, or where it was erased. */
export const openSaid = async (
	db: Kysely<Database>,
	rejection: { readonly id: string; readonly answer: string | null; readonly decision: string | null },
	what: Said
): Promise<string | null> => {
	const stored = rejection[what];
	return stored && openText(db, saidPlace(rejection.id, what), stored);
};
