import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { ListingAnswers, ListingStep } from '$lib/domain/matching/listing';
import type { LawfulRent } from '$lib/domain/rent/estimate-rent';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { landlordProblem, type LandlordProblem } from '$lib/server/letting/listings/problems';
import { changeStep } from '$lib/server/letting/listings/service';
import { m } from '$lib/paraglide/messages';
import { formatMoney } from '$lib/words/format';
import { stepLink } from './own-listing';

type Event = RequestEvent & { params: { id: string } };

/**
 * The action of one step: reads the form, saves it and goes to the next step. A rent outside the range returns with the
 * range. A step that somebody changed meanwhile returns with both versions.
 */
export function saveAnswers<Name extends ListingStep>(
	step: Name,
	schema: z.ZodType<NonNullable<ListingAnswers[Name]>>,
	next: ListingStep | 'check'
) {
	return async ({ request, params, locals }: Event) => {
		const form = await request.formData();
		const input = parseForm(schema, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const actor = requireActor(locals);
		const sent = { step, answers: { [step]: input.data }, seen: String(form.get('seen') ?? '') };
		const saved = await transact((trx) => changeStep(trx, params.id, sent, actor, now()));
		if (saved.ok) redirect(303, stepLink(next, params.id));
		if (saved.problem === 'not-found') error(404, landlordProblem('not-found'));
		const values = postedValues(form);
		const sentence =
			'estimate' in saved && saved.estimate ? refusedRent(values['rent'], saved.problem, saved.estimate) : null;
		if (sentence)
			return fail(422, {
				ok: false as const,
				errors: { rent: sentence },
				values,
				problem: undefined,
				stale: undefined
			});
		const stale = saved.problem === 'stale' ? { answers: saved.answers, version: saved.version } : undefined;
		return fail(409, { ok: false as const, problem: landlordProblem(saved.problem), values, errors: {}, stale });
	};
}

function refusedRent(
	typed: string | string[] | undefined,
	problem: LandlordProblem,
	{ range, highest }: LawfulRent
): string {
	const rent = typeof typed === 'string' ? `${typed} €` : '';
	const max = formatMoney(highest.maximumMissed?.maximumCents ?? highest.cents);
	const missed = problem === 'rent-maximum-missed' ? highest.maximumMissed : null;
	return missed
		? m.listing_rent_maximum_missed({ rent, max, count: missed.elementsD })
		: m.listing_rent_above({ rent, min: formatMoney(range.sum.monthMinCents), max });
}
