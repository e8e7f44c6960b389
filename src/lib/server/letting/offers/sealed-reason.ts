import type { Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import { openText, sealText, type SealedText } from '$lib/server/platform/secrets/sealed-text';
import { findDataKeyId } from './repository';

const placeOf = (offerId: string, event: string) => `offer_events.reason:${event}:${offerId}`;

/** Seals why an offer ended: a refusal for the household's needs tells of its health. */
export async function sealReason(
	trx: Transaction<Database>,
	offerId: string,
	event: 'refused' | 'withdrawn',
	reason: string
): Promise<SealedText> {
	return sealText(trx, await findDataKeyId(trx, offerId), placeOf(offerId, event), reason);
}

const evidencePlace = (offerId: string, event: string) => `offer_events.evidence:${event}:${offerId}`;

/** Seals what shows the answer of a household: it may name somebody. */
export async function sealEvidence(
	trx: Transaction<Database>,
	offerId: string,
	event: 'accepted' | 'refused' | 'withdrawn',
	evidence: string
): Promise<SealedText> {
	return sealText(trx, await findDataKeyId(trx, offerId), evidencePlace(offerId, event), evidence);
}

type Told = {
	readonly offerId: string;
	readonly event: string;
	readonly reason: string | null;
	readonly evidence: string | null;
};

/** The same events with their reasons and evidence, for the household and the officer of its file. */
export async function openReasons<Event extends Told>(db: Kysely<Database>, events: readonly Event[]) {
	const opened: Event[] = [];
	for (const event of events) {
		const { offerId, event: what, reason, evidence } = event;
		opened.push({
			...event,
			reason: reason && (await openText(db, placeOf(offerId, what), reason)),
			evidence: evidence && (await openText(db, evidencePlace(offerId, what), evidence))
		});
	}
	return opened;
}
