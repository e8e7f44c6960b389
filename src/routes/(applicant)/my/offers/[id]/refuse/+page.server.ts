import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { refusalReasons } from '$lib/domain/offers/refusal-rules';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { now } from '$lib/server/clock';
import { db, transact } from '$lib/server/platform/db/app';
import { parseForm } from '$lib/server/platform/forms/parse-form';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { readOwnOffer } from '$lib/server/letting/offers/read-offers';
import { answerOf, refuseOffer } from '$lib/server/letting/offers/service';
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

const refuseForm = z.object({ reason: z.enum(refusalReasons, { error: () => m.offer_refuse_reason_error() }) });

export const load: PageServerLoad = async ({ params, locals }) => {
	const offer = await readOwnOffer(db(), params.id, requireActor(locals), now());
	if (!offer) error(404, m.offer_unknown());
	return { offer };
};

type Refused = Awaited<ReturnType<typeof refuseOffer>>;

function answer(done: Refused, { id }: { id: string }, values: YesRefusal['values']) {
	if (!done.ok && done.problem === 'unknown-offer') error(404, m.offer_unknown());
	if (!done.ok) return fail<YesRefusal>(409, { errors: {}, values, problem: offerProblem(done) });
	redirect(303, link('/(applicant)/my/offers/[id]', { id }));
}

/** A helper asks the person for a yes to a refusal for this reason, and refuses with it. */
async function withPerson(posted: FormData, params: { id: string }, locals: App.Locals) {
	if (!(await readOwnOffer(db(), params.id, requireActor(locals), now()))) error(404, m.offer_unknown());
	const input = parseForm(refuseForm, posted);
	if (!input.ok) return fail<YesRefusal>(422, { ...input, problem: undefined });
	const { reason } = input.data;
	const own = answerOf(params.id, reason);
	if (asksForPaper(posted)) {
		const answer = veiledAnswer(params.id, reason);
		redirect(303, link('/(applicant)/my/offers/[id]/sheet/[answer]', { id: params.id, answer }));
	}
	if (asksForCode(posted)) return askForYes(locals, { ...own, saying: 'refuse' }, { reason });
	const typed = parseForm(yesForm, posted);
	if (!typed.ok) return fail<YesRefusal>(422, { errors: typed.errors, values: { reason }, problem: undefined });
	const { code } = typed.data;
	const done = await withYes(locals, { ...own, code }, (trx, by) => refuseOffer(trx, params.id, reason, by, now()));
	const wrong = codeProblem(done);
	if (wrong) return fail<YesRefusal>(422, { errors: { code: wrong }, values: { reason }, problem: undefined });
	return answer(done, params, { reason });
}

export const actions = {
	default: async ({ request, params, locals }) => {
		const posted = await request.formData();
		if (needsYes(locals)) return withPerson(posted, params, locals);
		const input = parseForm(refuseForm, posted);
		if (!input.ok) return fail<YesRefusal>(422, { ...input, problem: undefined });
		const by = requireActor(locals);
		const { reason } = input.data;
		return answer(await transact((trx) => refuseOffer(trx, params.id, reason, by, now())), params, { reason });
	}
} satisfies Actions;
