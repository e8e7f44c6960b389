import { z } from 'zod';
import { removalKinds } from '$lib/domain/dwelling/home-events';
import { m } from '$lib/paraglide/messages';

/** The form by which a home is taken out. */
export const removalForm = z.object({
	kind: z.enum(removalKinds, { error: () => m.removal_kind_error() }),
	happenedOn: z.iso.date({ error: () => m.removal_on_error() }),
	reason: z
		.string({ error: () => m.removal_reason_error() })
		.trim()
		.min(3, { error: () => m.removal_reason_error() })
		.max(500, { error: () => m.removal_reason_long() })
});

/** The removal that a button is about. */
export const whichRemoval = z.object({ removal: z.string().default('') });
