import type { ConsentAct } from '$lib/domain/mandates/consent';
import type { Act, Procedure } from '$lib/domain/mandates/acts';
import { mandateDays, type MandateDays } from '$lib/domain/mandates/duration';
import type { MandateState } from '$lib/domain/mandates/mandate';
import { m } from '$lib/paraglide/messages';

type Words<Key extends string> = Readonly<Record<Key, () => string>>;

/** What a mandate covers, as a page names it. */
export const procedureName: Words<Procedure> = {
	request: m.mandates_procedure_request,
	offer: m.mandates_procedure_offer
};

export const mandateStateName: Words<MandateState> = {
	proposed: m.mandates_state_proposed,
	lapsed: m.mandates_state_lapsed,
	active: m.mandates_state_active,
	expired: m.mandates_state_expired,
	revoked: m.mandates_state_revoked,
	ended: m.mandates_state_ended,
	replaced: m.mandates_state_replaced
};

/** What a helper does, alone or with the person's own yes, as lists name it. */
export const helperActName: Words<Act> = {
	read: m.mandates_may_read,
	write: m.mandates_may_write,
	upload: m.mandates_may_upload,
	reply: m.mandates_may_reply,
	'book-viewing': m.mandates_may_book_viewing,
	send: m.mandates_act_send,
	withdraw: m.mandates_act_withdraw,
	'change-contact': m.mandates_act_change_contact,
	'answer-offer': m.mandates_act_answer_offer
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

const daysName: Readonly<Record<MandateDays, () => string>> = {
	1: m.mandates_days_1,
	31: m.mandates_days_31,
	182: m.mandates_days_182,
	365: m.mandates_days_365
};

/** How long a mandate may last, as a form offers it. */
export const daysOptions = () => mandateDays.map((days) => ({ value: String(days), label: daysName[days]() }));
