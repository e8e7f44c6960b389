import { dayOf } from '../calendar/deadline';
import type { Day, Instant } from '../calendar/instant';
import { happened, type DwellingHistory, type Milestone } from './milestone';

/** A certificate as the person who proposes it types it. */
export type CertificateProposal = {
	/** Number of the certificate of regular execution, or of the test. */
	readonly number: string;
	/** The day it bears. The dwelling counts from this day. */
	readonly on: Day;
	/** The works director or the tester who signed it. */
	readonly signedBy: string;
	/** Why the works were planned and certified on one day, where they were. */
	readonly reason: string | null;
};

/** The dwelling that the certificate is about. */
export type Certifiable = {
	readonly history: DwellingHistory;
	/** The line of works of its operation; null without one. */
	readonly lineId: string | null;
	readonly netAreaDm2: number | null;
	/** A private landlord's flat, which the agency lets and does not restore. */
	readonly private: boolean;
};

export type CertificateProblem =
	| 'private-home'
	| 'line-missing'
	| 'area-missing'
	| 'dwelling-withdrawn'
	| 'works-not-done'
	| 'date-in-future'
	| 'date-before-works'
	| 'number-missing'
	| 'signature-missing'
	| 'reason-missing';

/**
 * Whether the certificate may stand at `now`; asked when it is proposed, and again when it is confirmed. It needs its
 * document and the person who signed, because a restored dwelling counts towards the target of indicator CO40 and is
 * checked against that document. A home that a source declares restored needs no events of its works.
 */
export function decideCertificate(
	about: Certifiable,
	proposal: CertificateProposal,
	now: Instant
): CertificateProblem | null {
	if (about.private) return 'private-home';
	if (about.lineId === null) return 'line-missing';
	if (happened(about.history, 'withdrawn')) return 'dwelling-withdrawn';
	if (!happened(about.history, 'works_done') && !happened(about.history, 'declared')) return 'works-not-done';
	if (about.netAreaDm2 === null) return 'area-missing';
	if (proposal.number === '') return 'number-missing';
	if (proposal.signedBy === '') return 'signature-missing';
	return dayProblem(about.history.milestones, proposal, now);
}

function dayProblem(
	milestones: readonly Milestone[],
	{ on, reason }: CertificateProposal,
	now: Instant
): CertificateProblem | null {
	if (on > dayOf(now)) return 'date-in-future';
	const works = milestones.filter(({ event }) => event.startsWith('works_')).map(({ at }) => dayOf(at));
	if (works.some((day) => day > on)) return 'date-before-works';
	return works.includes(on) && works.every((day) => day === on) && !reason ? 'reason-missing' : null;
}
