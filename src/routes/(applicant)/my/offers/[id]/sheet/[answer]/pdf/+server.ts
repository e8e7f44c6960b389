import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { homeLine } from '$lib/words/home-name';
import { consequenceName, refusalReasonName } from '$lib/words/offer-text';
import { actBook } from '../../../../../act-book';
import { sheetPdf } from '../../../../../paper-yes';
import { signedAnswer } from '../signed-answer';
import type { RequestHandler } from './$types';

/** The sheet on which a person signs the answer to an offer. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const signed = await signedAnswer(params, locals);
	const { offer, refusal } = signed;
	const about = { home: homeLine(offer), protocol: offer.protocol };
	const page = link('/(applicant)/my/offers/[id]/sheet/[answer]', params);
	return sheetPdf({ locals, page }, signed, (number, { name, demo }) => {
		const sheet = { number, signer: name, demo, at: now() };
		if (!refusal) {
			const then = [m.offer_accept_then_contract(), m.offer_accept_then_others(), m.offer_accept_then_final()];
			return actBook({ ...sheet, title: m.sheet_accept_title(), says: m.sheet_accept_says({ name, ...about }), then });
		}
		const reason = refusalReasonName(refusal.reason);
		const then = [consequenceName(refusal.consequence), m.offer_refuse_final()];
		const says = m.sheet_refuse_says({ name, reason, ...about });
		return actBook({ ...sheet, title: m.sheet_refuse_title(), says, then });
	});
};
