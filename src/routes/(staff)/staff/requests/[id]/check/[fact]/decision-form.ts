import { z } from 'zod';
import { m } from '$lib/paraglide/messages';
import { MOST_DAYS } from '$lib/server/requests/verification/check-service';
import { revision } from '$lib/server/platform/forms/fields';
import { evidenceFields, reasonField } from '../evidence-form';

const seen = { seen: revision };
const untilError = () => m.check_deadline_error({ days: MOST_DAYS });

/** Each decision asks for its own fields; those of the others may be blank. */
export const decisionForm = z.discriminatedUnion(
	'act',
	[
		z.object({ act: z.literal('accept'), ...seen, ...evidenceFields }),
		z.object({ act: z.literal('correct'), ...seen, ...evidenceFields, reason: reasonField }),
		z.object({ act: z.literal('unproven'), ...seen, reason: reasonField }),
		z.object({ act: z.literal('ask'), ...seen, question: reasonField, until: z.iso.date({ error: untilError }) })
	],
	{ error: () => m.check_choose_error() }
);

export const reopenForm = z.object({ ...seen, reason: reasonField });

export type Decision = z.output<typeof decisionForm>;
