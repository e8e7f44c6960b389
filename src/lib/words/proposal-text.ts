import { heldUntil, type Proposal } from '$lib/domain/matching/proposal';
import { m } from '$lib/paraglide/messages';
import { formatDateTime } from './format';

export type ShownProposal = Pick<
	Proposal,
	'heldAt' | 'releasedAt' | 'releasedBy' | 'landlordAcceptedAt' | 'tenantAcceptedAt'
>;

const ended = {
	landlord: m.proposal_ended_landlord,
	tenant: m.proposal_ended_tenant,
	agency: m.proposal_ended_agency,
	time: m.proposal_ended_time
};

/** Where a proposal stands, for one of its two sides. */
export function proposalSentence(proposal: ShownProposal, side: 'landlord' | 'tenant'): string {
	if (proposal.releasedAt) return ended[proposal.releasedBy ?? 'time']();
	if (proposal.heldAt) return m.proposal_held({ until: formatDateTime(heldUntil(proposal.heldAt)) });
	const [mine, other] =
		side === 'landlord'
			? [proposal.landlordAcceptedAt, proposal.tenantAcceptedAt]
			: [proposal.tenantAcceptedAt, proposal.landlordAcceptedAt];
	if (mine) return m.proposal_you_said_yes();
	return other ? m.proposal_other_said_yes() : m.proposal_waiting_you();
}
