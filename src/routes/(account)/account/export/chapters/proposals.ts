import type { Proposal } from '$lib/domain/matching/proposal';
import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/server/platform/pdf/book';
import { proposalSentence, type ShownProposal } from '$lib/words/proposal-text';
import { told, toldTime } from './told';

type Made = ShownProposal & Pick<Proposal, 'proposedAt'>;

/** A home and a household proposed to each other, for one of the two. */
export const proposalPieces = (proposal: Made, side: 'landlord' | 'tenant'): Piece[] => [
	{ heading: m.rights_pdf_proposal(), level: 4 },
	{
		pairs: [
			...toldTime(m.rights_pdf_offered(), proposal.proposedAt),
			...told(m.rights_pdf_state(), proposalSentence(proposal, side)),
			...toldTime(m.proposal_state_landlord_yes(), proposal.landlordAcceptedAt),
			...toldTime(m.proposal_state_tenant_yes(), proposal.tenantAcceptedAt),
			...toldTime(m.rights_pdf_ended(), proposal.releasedAt)
		]
	}
];
