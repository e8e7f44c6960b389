import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { acceptOffer, answerOf } from '$lib/server/letting/offers/service';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import {
	askForYes,
	asksForCode,
	asksForPaper,
	codeProblem,
	needsYes,
	withYes,
	yesForm,
	type YesRefusal
} from '../../../own-yes';
import { veiledAnswer } from '../sheet/[answer]/signed-answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const offer = await readOwnOffer(db(), params.id, requireActor(locals), now());
	if (!offer) error(404, m.offer_unknown());
	return { offer };
};

type Accepted = Awaited<ReturnType<typeof acceptOffer>> | { readonly ok: true };

function answer(done: Accepted, { id }: { id: string }) {
	if (!done.ok && done.problem === 'unknown-offer') error(404, m.offer_unknown());
	if (!done.ok) return fail<YesRefusal>(409, { errors: {}, values: {}, problem: offerProblem(done) });
	redirect(303, link('/(applicant)/my/offers/[id]', { id }));
}

/** A helper asks the person for a yes, and accepts with it. */
async function withPerson(posted: FormData, params: { id: string }, locals: App.Locals) {
	if (!(await readOwnOffer(db(), params.id, requireActor(locals), now()))) error(404, m.offer_unknown());
	if (asksForPaper(posted)) {
		const answer = veiledAnswer(params.id, 'accept');
		redirect(303, link('/(applicant)/my/offers/[id]/sheet/[answer]', { id: params.id, answer }));
	}
	if (asksForCode(posted)) return askForYes(locals, { ...answerOf(params.id, 'accept'), saying: 'accept' });
	const input = parseForm(yesForm, posted);
	if (!input.ok) return fail<YesRefusal>(422, { ...input, problem: undefined });
	const own = { ...answerOf(params.id, 'accept'), code: input.data.code };
	const done = await withYes(locals, own, (trx, by) => acceptOffer(trx, params.id, by, now()));
	const wrong = codeProblem(done);
	if (wrong) return fail<YesRefusal>(422, { errors: { code: wrong }, values: {}, problem: undefined });
	return answer(done, params);
}

export const actions = {
	default: async ({ request, params, locals }) => {
		if (needsYes(locals)) return withPerson(await request.formData(), params, locals);
		const by = requireActor(locals);
		return answer(await transact((trx) => acceptOffer(trx, params.id, by, now())), params);
	}
} satisfies Actions;
