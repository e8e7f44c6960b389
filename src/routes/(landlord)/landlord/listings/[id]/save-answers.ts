import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { ListingAnswers } from '$lib/domain/matching/listing';
import { requireActor } from '$lib/server/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/db/app';
import { parseForm } from '$lib/server/forms/parse-form';
import { postedValues } from '$lib/server/forms/posted-values';
import { landlordProblem } from '$lib/server/landlords/problems';
import { saveStep } from '$lib/server/landlords/service';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '$lib/ui/format';
import { stepLink } from './own-listing';

type Event = RequestEvent & { params: { id: string } };
type Step = keyof ListingAnswers;

/** The action of one step: reads the form, saves, goes to the next step. A refused rent comes back with its range. */
export function saveAnswers<Name extends Step>(
	step: Name,
	schema: z.ZodType<NonNullable<ListingAnswers[Name]>>,
	next: Step | 'check'
) {
	return async ({ request, params, locals }: Event) => {
		const form = await request.formData();
		const input = parseForm(schema, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined });
		const actor = requireActor(locals);
		const saved = await transact((trx) => saveStep(trx, params.id, { [step]: input.data }, actor, now()));
		if (saved.ok) redirect(303, stepLink(next, params.id));
		if (saved.problem === 'not-found') error(404, landlordProblem('not-found'));
		const values = postedValues(form);
		const range = 'range' in saved ? saved.range : null;
		if (saved.problem !== 'rent-above-maximum' || !range)
			return fail(409, { ok: false as const, problem: landlordProblem(saved.problem), values, errors: {} });
		const max = Math.max(range.sum.monthMaxCents, range.product?.monthMaxCents ?? 0);
		const sentence = m.listing_rent_above({
			rent: typeof values['rent'] === 'string' ? `${values['rent']} €` : '',
			min: formatMoney(range.sum.monthMinCents),
			max: formatMoney(max)
		});
		return fail(422, { ok: false as const, errors: { rent: sentence }, values, problem: undefined });
	};
}
