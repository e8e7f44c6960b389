import { z } from 'zod';
import { deskChannels } from '$lib/domain/desk/heard';
import { m } from '$lib/paraglide/messages';

/** How the office heard something from a household: the same fields for an answer to an offer and for a record. */
export const heardFields = {
	channel: z.enum(deskChannels, { error: () => m.at_desk_channel_error() }),
	on: z.iso.date({ error: () => m.at_desk_day_error() }),
	evidence: z
		.string({ error: () => m.at_desk_evidence_error() })
		.min(2, { error: () => m.at_desk_evidence_error() })
		.max(200, { error: () => m.at_desk_evidence_long() })
};
