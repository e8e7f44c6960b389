import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { certificateState, isLive, type Certificate } from '$lib/domain/programme/certificate';
import {
	decideCertificate,
	type Certifiable,
	type CertificateProblem,
	type CertificateProposal
} from '$lib/domain/programme/decide-certificate';
import { record } from '$lib/server/platform/audit/record';
import type { AuditEvent } from '$lib/server/platform/audit/events';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { historiesOf } from '$lib/server/homes/dwellings/history-repository';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import * as works from './repository';

export type CertificateRefusal =
	| 'not-allowed'
	| 'dwelling-unknown'
	| 'certificate-unknown'
	| 'already-certified'
	| 'same-person'
	| 'dwelling-changed'
	| 'not-waiting'
	| 'reason-missing'
	| CertificateProblem;

/** `first`: what another person did before, where that is why. */
export type CertificateResult =
	| { ok: true; certificate: Certificate }
	| { ok: false; problem: CertificateRefusal; first?: Certificate };

const refused = (problem: CertificateRefusal, first?: Certificate): CertificateResult => ({
	ok: false,
	problem,
	first
});

type NewCertificate = CertificateProposal & { readonly id: string; readonly dwellingId: string };

/**
 * Proposes the certificate of a dwelling's works. It counts for nothing until another person confirms it. The page that
 * opens the form makes `id`, so that the same form sent twice is one.
 */
export async function proposeCertificate(
	trx: Transaction<Database>,
	{ id, dwellingId, ...proposal }: NewCertificate,
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	if (!allows(by, 'officer', 'manager')) return refused('not-allowed');
	await dwellings.hold(trx, dwellingId);
	const sent = await works.findCertificate(trx, id);
	if (sent) return sent.dwellingId === dwellingId ? { ok: true, certificate: sent } : refused('certificate-unknown');
	const found = await certifiableOf(trx, dwellingId, now);
	if (!found) return refused('dwelling-unknown');
	const live = (await works.listCertificates(trx, dwellingId)).find(isLive);
	if (live) return refused('already-certified', live);
	const problem = decideCertificate(found.about, proposal, now);
	if (problem) return refused(problem);
	const { lineId, netAreaDm2 } = found.about;
	const workId = await works.workOf(trx, { id: dwellingId, lineId, netAreaDm2 }, now);
	await works.setArea(trx, workId, netAreaDm2);
	await works.insertCertificate(trx, {
		...{ id, work_id: workId, dwelling_id: dwellingId, line_id: lineId, floor_area_dm2: netAreaDm2 },
		...{ number: proposal.number, dated_on: proposal.on, signed_by: proposal.signedBy, reason: proposal.reason },
		...{ proposed_by: by.id, proposed_at: now, synthetic: found.synthetic || by.demo ? 1 : 0 }
	});
	return told(trx, id, 'certificate_proposed', by, now);
}

/** Confirms a proposed certificate: from now on the dwelling counts, from the certificate's date. By another person. */
export async function confirmCertificate(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	const found = await held(trx, id, by);
	if (!found.ok) return found;
	const { certificate } = found;
	if (certificate.confirmed?.accountId === by.id) return found;
	if (certificateState(certificate) !== 'proposed') return refused('not-waiting', certificate);
	if (certificate.proposed.accountId === by.id) return refused('same-person', certificate);
	// A proposal without a proposer was carried over from the register of before; its person is not known.
	if (certificate.proposed.accountId === null) return refused('not-waiting', certificate);
	const present = await certifiableOf(trx, certificate.dwellingId, now);
	if (!present) return refused('dwelling-unknown');
	const { lineId, netAreaDm2 } = present.about;
	if (lineId !== certificate.lineId || netAreaDm2 !== certificate.floorAreaDm2) return refused('dwelling-changed');
	const problem = decideCertificate(present.about, proposalOf(certificate), now);
	if (problem) return refused(problem);
	const synthetic = certificate.synthetic || by.demo ? 1 : 0;
	await works.updateCertificate(trx, id, { confirmed_by: by.id, confirmed_at: now, synthetic });
	return told(trx, id, 'certificate_confirmed', by, now);
}

/** Ends a proposal with the reason: a second person finds it wrong, or its own author takes it back. */
export async function refuseCertificate(
	trx: Transaction<Database>,
	{ id, reason }: { readonly id: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	const found = await held(trx, id, by);
	if (!found.ok) return found;
	const { certificate } = found;
	if (certificate.refused?.accountId === by.id) return found;
	if (certificateState(certificate) !== 'proposed') return refused('not-waiting', certificate);
	if (reason === '') return refused('reason-missing');
	await works.updateCertificate(trx, id, { refused_by: by.id, refused_at: now, refusal_reason: reason });
	return told(trx, id, 'certificate_refused', by, now, reason);
}

/** Proposes to void a confirmed certificate, with the reason. It still counts until another person voids it. */
export async function proposeVoid(
	trx: Transaction<Database>,
	{ id, reason }: { readonly id: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	const found = await held(trx, id, by);
	if (!found.ok) return found;
	const { certificate } = found;
	const state = certificateState(certificate);
	if (state === 'void_proposed' && certificate.voidProposed!.accountId === by.id) return found;
	if (state !== 'confirmed') return refused('not-waiting', certificate);
	if (reason === '') return refused('reason-missing');
	await works.updateCertificate(trx, id, { void_proposed_by: by.id, void_proposed_at: now, void_reason: reason });
	return told(trx, id, 'certificate_void_proposed', by, now, reason);
}

/** Voids a certificate that another person proposed to void. The record stays; a new one may then be proposed. */
export async function voidCertificate(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	const found = await held(trx, id, by);
	if (!found.ok) return found;
	const { certificate } = found;
	if (certificate.voided?.accountId === by.id) return found;
	if (certificateState(certificate) !== 'void_proposed') return refused('not-waiting', certificate);
	if (certificate.voidProposed!.accountId === by.id) return refused('same-person', certificate);
	await works.updateCertificate(trx, id, { voided_by: by.id, voided_at: now });
	return told(trx, id, 'certificate_voided', by, now, certificate.voidProposed!.reason ?? undefined);
}

/** Keeps a certificate that somebody proposed to void. */
export async function keepCertificate(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant
): Promise<CertificateResult> {
	const found = await held(trx, id, by);
	if (!found.ok) return found;
	const { certificate } = found;
	if (certificateState(certificate) === 'confirmed') return found;
	if (certificateState(certificate) !== 'void_proposed') return refused('not-waiting', certificate);
	await works.updateCertificate(trx, id, { void_proposed_by: null, void_proposed_at: null, void_reason: null });
	return told(trx, id, 'certificate_kept', by, now);
}

/** The certificates that wait for another person than `by`. */
export async function waitingFor(db: Kysely<Database>, by: Actor) {
	const waiting = await works.listWaiting(db);
	return waiting.map((one) => ({ ...one, mine: waitsOn(one.certificate) === by.id }));
}

/** The account whose act waits for a second person. */
export const waitsOn = (one: Certificate): string | null => (one.voidProposed ?? one.proposed).accountId;

type Held = { ok: true; certificate: Certificate } | { ok: false; problem: CertificateRefusal };

/** The certificate, with its dwelling locked for the rest of the transaction. */
async function held(trx: Transaction<Database>, id: string, by: Actor): Promise<Held> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const seen = await works.findCertificate(trx, id);
	if (!seen) return { ok: false, problem: 'certificate-unknown' };
	await dwellings.hold(trx, seen.dwellingId);
	return { ok: true, certificate: (await works.findCertificate(trx, id))! };
}

async function certifiableOf(
	db: Kysely<Database>,
	dwellingId: string,
	now: Instant
): Promise<{ about: Certifiable; synthetic: boolean } | undefined> {
	const dwelling = await dwellings.findBy(db, { id: dwellingId });
	if (!dwelling) return undefined;
	const about = {
		history: (await historiesOf(db, [dwellingId], now)).get(dwellingId)!,
		lineId: await works.lineOf(db, dwelling.operation?.id ?? null),
		netAreaDm2: dwelling.netAreaDm2,
		private: await works.isPrivate(db, dwellingId)
	};
	return { about, synthetic: dwelling.synthetic };
}

const proposalOf = ({ number, on, signedBy, reason }: Certificate): CertificateProposal => ({
	...{ number: number ?? '', on, signedBy: signedBy ?? '', reason }
});

/** Puts the act in the log, with the document and the person who signed it. */
async function told(
	trx: Transaction<Database>,
	id: string,
	event: AuditEvent,
	by: Actor,
	now: Instant,
	reason?: string
): Promise<CertificateResult> {
	const certificate = (await works.findCertificate(trx, id))!;
	const { dwellingId, number, on, signedBy, floorAreaDm2, lineId } = certificate;
	const subject = { type: 'dwelling', id: dwellingId } as const;
	const detail = { certificate: id, number, on, signed_by: signedBy, line: lineId, floor_area_dm2: floorAreaDm2 };
	record(trx, { event, by, subject, at: now, detail: reason ? { ...detail, why: reason } : detail });
	return { ok: true, certificate };
}
