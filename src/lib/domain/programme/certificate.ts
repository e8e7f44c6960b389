import type { Day, Instant } from '../calendar/instant';

/** `void_proposed`: still counts, until a second person voids it. */
export type CertificateState = 'proposed' | 'refused' | 'confirmed' | 'void_proposed' | 'voided';

/** An act on a certificate, with the account that did it; null for one that the portal did not record. */
export type CertificateAct = {
	readonly at: Instant;
	readonly accountId: string | null;
	readonly name: string | null;
	readonly reason: string | null;
};

export type Certificate = {
	readonly id: string;
	readonly dwellingId: string;
	readonly lineId: string | null;
	/** In hundredths of m2, as on the day it was proposed. */
	readonly floorAreaDm2: number | null;
	readonly number: string | null;
	readonly on: Day;
	readonly signedBy: string | null;
	readonly reason: string | null;
	readonly synthetic: boolean;
	readonly proposed: CertificateAct;
	readonly refused: CertificateAct | null;
	readonly confirmed: CertificateAct | null;
	readonly voidProposed: CertificateAct | null;
	readonly voided: CertificateAct | null;
};

export function certificateState(
	one: Pick<Certificate, 'refused' | 'confirmed' | 'voidProposed' | 'voided'>
): CertificateState {
	if (one.voided) return 'voided';
	if (one.refused) return 'refused';
	if (!one.confirmed) return 'proposed';
	return one.voidProposed ? 'void_proposed' : 'confirmed';
}

/** A live certificate keeps the operation and the area of its dwelling as they are. */
export const isLive = (one: Pick<Certificate, 'refused' | 'voided'>): boolean => !one.refused && !one.voided;

/** The fields of the register that a live certificate attests. */
export const certifiedFields: readonly string[] = ['operationId', 'netAreaDm2'];

/** The act that waits for a second person, with the account that may not do it. */
export function waitingAct(one: Certificate): CertificateAct | null {
	const state = certificateState(one);
	if (state === 'proposed') return one.proposed;
	return state === 'void_proposed' ? one.voidProposed : null;
}
