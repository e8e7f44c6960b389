import { error, fail, redirect } from '@sveltejs/kit';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { answerToSign } from '$lib/server/desk/signed-acts/service';
import { offerProblem } from '$lib/server/letting/offers/problems';
import { acceptOffer, refuseOffer } from '$lib/server/letting/offers/service';
import { homeLine } from '$lib/words/home-name';
import { sheetPage, withSheet, type SheetRefusal } from '../../../../paper-yes';
import { signedAnswer } from './signed-answer';
import type { Actions, PageServerLoad } from './$types';

/** The sheet on which a person signs the answer to an offer. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const { offer, refusal } = await signedAnswer(params, locals);
	return { ...sheetPage(), ...params, home: homeLine(offer), refuses: refusal !== null };
};

export const actions = {
	default: async (event) => {
		const { params, locals } = event;
		const { answer } = await signedAnswer(params, locals);
		const { id } = params;
		const signed = await withSheet(event, {
			act: 'answer-offer',
			read: (trx, by) => answerToSign(trx, { id, answer }, by, now()),
			done: (trx, by) =>
				answer === 'accept' ? acceptOffer(trx, id, by, now()) : refuseOffer(trx, id, answer, by, now())
		});
		if (signed.state === 'refused') return signed.refusal;
		if (signed.state === 'done' && !signed.result.ok) {
			if (signed.result.problem === 'unknown-offer') error(404, m.offer_unknown());
			return fail<SheetRefusal>(409, { errors: {}, values: {}, problem: offerProblem(signed.result) });
		}
		redirect(303, link('/(applicant)/my/offers/[id]', { id }));
	}
} satisfies Actions;
