import { z } from 'zod';
import { m } from '$lib/paraglide/messages';

const text = z
	.string()
	.trim()
	.max(200, { error: () => m.register_error_long({ longest: 200 }) })
	.default('');

/** A proposed certificate. What is empty is told by the rules, with the sentence for it. */
export const certificateForm = z.object({
	id: z.uuid({ error: () => m.certificate_problem_unknown() }),
	number: text,
	on: z.iso.date({ error: () => m.register_error_date() }),
	signedBy: text,
	reason: text.transform((typed) => typed || null)
});

/** An act on a certificate: by its id, with a reason where the act needs one. */
export const actForm = z.object({ certificate: z.string().min(1), reason: text });
