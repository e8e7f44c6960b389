import type { Procedure } from '$lib/domain/mandates/acts';
import type { ConsentAct } from '$lib/domain/mandates/consent';
import { m } from '$lib/paraglide/messages';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

/** What a mandate covers, as a page names it. */
export const procedureName: Words<Procedure> = {
	request: m.mandates_procedure_request,
	offer: m.mandates_procedure_offer
};

export const consentActName: Words<ConsentAct> = {
	mandate: m.mandates_act_mandate,
	send: m.mandates_act_send,
	withdraw: m.mandates_act_withdraw,
	'change-contact': m.mandates_act_change_contact,
	'answer-offer': m.mandates_act_answer_offer
};

export const consentWayName: Words<'code' | 'page' | 'paper'> = {
	code: m.mandates_way_code,
	page: m.mandates_way_page,
	paper: m.mandates_way_paper
};
