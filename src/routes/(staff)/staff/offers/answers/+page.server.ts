import { error, fail, redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/domain/calendar/deadline';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { answerAtDesk, consequenceOfAnswer } from '$lib/server/letting/offers/desk-answers';
import { answerOf, DESK_ROWS, deskForm, evidenceOf, type DeskForm } from '$lib/server/letting/offers/desk-form';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOpenOffers } from '$lib/server/letting/offers/read-offers';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const notice = url.searchParams.get('notice') ?? '';
	const open = await readOpenOffers(db(), notice, { page: pageNumber(url), size: DESK_ROWS }, now());
	if (!open) error(404, m.round_unknown());
	const recorded = Number(/^[1-9]\d{0,2}$/.exec(url.searchParams.get('recorded') ?? '')?.[0] ?? 0);
	// The form goes back to the page on which its rows stand.
	const query = new URLSearchParams({ notice, page: String(open.page) }).toString();
	return { open, notice, query, recorded, today: dayOf(now()) };
};

/** Records each answer in a transaction of its own: one that somebody else recorded meanwhile stops no other. */
async function recordAll(input: DeskForm, by: Parameters<typeof answerAtDesk>[3]) {
	const problems: Record<string, string> = {};
	for (const id of new Set(input.offer)) {
		const answer = { answer: answerOf(input), told: evidenceOf(input) };
		const done = await transact((trx) => answerAtDesk(trx, id, answer, by, now()));
		if (!done.ok) problems[id] = offerProblem(done);
	}
	return problems;
}

export const actions = {
	default: async ({ request, url, locals }) => {
		const input = parseForm(deskForm, await request.formData());
		if (!input.ok) return fail(422, { ...input, problems: {}, preview: null });
		const notice = url.searchParams.get('notice') ?? '';
		const values = { ...input.data, reason: input.data.reason ?? '' };
		if (input.data.step === 'preview') {
			const follows = await consequenceOfAnswer(db(), notice, answerOf(input.data));
			return { errors: {}, values, problems: {}, preview: { follows } };
		}
		const problems = await recordAll(input.data, requireActor(locals));
		const recorded = new Set(input.data.offer).size - Object.keys(problems).length;
		const left = { ...values, offer: Object.keys(problems) };
		if (left.offer.length > 0) return fail(409, { errors: {}, values: left, problems, preview: null });
		redirect(303, `${link('/(staff)/staff/offers/answers')}?notice=${encodeURIComponent(notice)}&recorded=${recorded}`);
	}
} satisfies Actions;
