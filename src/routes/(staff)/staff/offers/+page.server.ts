import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { makeOffers } from '$lib/server/letting/offers/make-offers';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { listOfferNotices, readBoard } from '$lib/server/letting/offers/read-offers';
import { pageNumber } from '$lib/server/platform/http/page-number';
import type { Actions, PageServerLoad } from './$types';

const text = z.string({ error: () => m.round_unknown() }).min(1, { error: () => m.round_unknown() });
/** Without a pseudonym: every household that has no offer yet. */
const offerForm = z.object({ round: text, notice: text, pseudonym: z.string().optional() });

export const load: PageServerLoad = async ({ url, locals }) => {
	const notices = await listOfferNotices(db());
	const wanted = url.searchParams.get('notice') ?? notices[0]?.id;
	const notice = notices.find(({ id }) => id === wanted) ?? null;
	const page = pageNumber(url);
	const by = requireActor(locals);
	return { notices, notice, board: notice ? await readBoard(db(), notice.id, page, by, now()) : null };
};

export const actions = {
	make: async ({ request, locals }) => {
		const input = parseForm(offerForm, await request.formData());
		if (!input.ok) return fail(422, input);
		const by = requireActor(locals);
		const { round: roundId, pseudonym, notice } = input.data;
		const asked = { roundId, ...(pseudonym && { pseudonyms: [pseudonym] }) };
		const made = await transact((trx) => makeOffers(trx, asked, by, now()));
		if (!made.ok) return fail(409, { problem: offerProblem(made) });
		redirect(303, `${link('/(staff)/staff/offers')}?notice=${encodeURIComponent(notice)}`);
	}
} satisfies Actions;
