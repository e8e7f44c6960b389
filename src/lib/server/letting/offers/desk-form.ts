import { z } from 'zod';
import type { Heard } from '$lib/domain/desk/heard';
import type { HouseholdAnswer } from '$lib/domain/offers/desk-answer';
import { refusalReasons } from '$lib/domain/offers/refusal-rules';
import { heardFields } from '$lib/server/people/desk-records/heard-form';
import { m } from '$lib/paraglide/messages';

/** Rows of one page of open offers. */
export const DESK_ROWS = 100;

const rows = z.union([z.string().transform((one) => [one]), z.array(z.string())], {
	error: () => m.at_desk_rows_error()
});

/** Answers that came to the office: which offers, what the households answered, and how the office knows. */
export const deskForm = z
	.object({
		offer: rows.pipe(z.array(z.string()).max(DESK_ROWS, { error: () => m.at_desk_rows_many({ most: DESK_ROWS }) })),
		answer: z.enum(['accepted', 'refused'], { error: () => m.at_desk_answer_error() }),
		reason: z.enum(refusalReasons).optional().catch(undefined),
		...heardFields,
		step: z.enum(['preview', 'record']).catch('preview')
	})
	.refine(({ answer, reason }) => answer === 'accepted' || reason, {
		path: ['reason'],
		error: () => m.at_desk_reason_error()
	});

export type DeskForm = z.output<typeof deskForm>;

export const answerOf = ({ answer, reason }: DeskForm): HouseholdAnswer =>
	answer === 'refused' && reason ? { answer, reason } : { answer: 'accepted' };

export const evidenceOf = ({ channel, on, evidence }: DeskForm): Heard => ({ channel, on, evidence });
