import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { ListingAnswers, ListingStep } from '$lib/domain/matching/listing';
import type { LawfulRent } from '$lib/domain/rent/estimate-rent';
import type { Actor } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { transact } from '$lib/server/platform/db/app';
import { lastSave } from '$lib/server/platform/audit/last-save';
import { chooseVersions, staleForm, staleOf } from '$lib/server/platform/forms/two-tabs';
import { stepVersion } from '$lib/domain/matching/step-version';
import { carriedQuery } from '$lib/server/letting/listings/carried';
import { stepValues } from '$lib/server/letting/listings/forms/step-values';
import { stopped, sureOf } from '$lib/server/platform/forms/doubtful';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { postedValues } from '$lib/server/platform/forms/posted-values';
import { landlordProblem, type LandlordProblem } from '$lib/server/letting/listings/problems';
import { changeStep, myListing } from '$lib/server/letting/listings/service';
import { m } from '$lib/paraglide/messages';
import type { FlatDoubt, FlatField } from '$lib/domain/plausibility/flat-rules';
import { flatDoubtText } from '$lib/words/doubts/flat-doubt-text';
import { formatMoney } from '$lib/words/format';
import { stepLink } from './own-listing';

type Trx = Parameters<Parameters<typeof transact>[0]>[0];
/** The fields that are called otherwise than the facts. */
const fieldOf: Partial<Record<FlatField, string>> = {
	netAreaDm2: 'netArea',
	cadastralAreaDm2: 'area',
	rentCents: 'rent'
};

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
	return async ({ request, params, locals, url }: Event) => {
		const form = await request.formData();
		chooseVersions(form);
		const input = parseForm(schema, form);
		if (!input.ok) return fail(422, { ...input, problem: undefined, stale: undefined });
		const actor = requireActor(locals);
		const answers: ListingAnswers = { [step]: input.data };
		const done = await transact((trx) => compareAndSave(trx, params.id, { form, step, answers }, actor));
		if (done.stale) return fail(409, { ok: false as const, ...staleForm(done) });
		const { saved } = done;
		if (saved.ok) redirect(303, stepLink(next, params.id) + carriedQuery(url.searchParams));
		if (saved.problem === 'not-found') error(404, landlordProblem('not-found'));
		const values = postedValues(form);
		const returned = { ok: false as const, values, problem: undefined, stale: undefined };
		if (saved.problem === 'doubtful') return fail(422, { ...returned, ...askedAbout(saved.doubts) });
		const sentence =
			'estimate' in saved && saved.estimate ? refusedRent(values['rent'], saved.problem, saved.estimate) : null;
		if (sentence) return fail(422, { ...returned, errors: { rent: sentence } });
		const problem = landlordProblem(saved.problem);
		return fail(409, { ...returned, problem, errors: {} });
	};
}

type Sent = { readonly form: FormData; readonly step: ListingStep; readonly answers: ListingAnswers };

/** Saves a step, unless its form was opened before another save of it. */
async function compareAndSave(trx: Trx, id: string, { form, step, answers }: Sent, by: Actor) {
	const before = (await myListing(trx, id, by, now()))?.answers ?? {};
	const stale = staleOf(form, { saved: stepValues(step, before), yours: stepValues(step, answers) });
	if (stale) return { stale, by: await lastSave(trx, { type: 'listing', id }, by) };
	return {
		saved: await changeStep(trx, id, { step, answers, seen: stepVersion(before, step), sure: sureOf(form) }, by, now())
	};
}

const askedAbout = (doubts: readonly FlatDoubt[]) =>
	stopped(doubts, flatDoubtText, ({ fields }) => fieldOf[fields[0]!] ?? fields[0]!);

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
