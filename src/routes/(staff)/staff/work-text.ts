import type { WorkKind } from '$lib/server/desk/work-list/kinds';
import type { Party } from '$lib/server/desk/work-list/waiting';
import { m } from '$lib/paraglide/messages';
import { dueText } from '$lib/words/due-text';
import { formatTime } from '$lib/words/format';

/** The names of the kinds of task, as groups of the list. */
export const kindNames: Readonly<Record<WorkKind, () => string>> = {
	'approve-rule-set': m.work_kind_approve_rule_set,
	'approve-message-text': m.work_kind_approve_message_text,
	'amend-rule-set': m.work_kind_amend_rule_set,
	'open-notice': m.work_kind_open_notice,
	'confirm-notice-change': m.work_kind_confirm_notice_change,
	'record-beacon': m.work_kind_record_beacon,
	'confirm-draw': m.work_kind_confirm_draw,
	'prepare-round': m.work_kind_prepare_round,
	'approve-round': m.work_kind_approve_round,
	'publish-round': m.work_kind_publish_round,
	'decide-duplicate': m.work_kind_decide_duplicate,
	'decide-rejection': m.work_kind_decide_rejection,
	'await-document': m.work_kind_await_document,
	'read-answer': m.work_kind_read_answer,
	'confirm-sample': m.work_kind_confirm_sample,
	'draw-sample': m.work_kind_draw_sample,
	'check-drawn': m.work_kind_check_drawn,
	'decide-contest': m.work_kind_decide_contest,
	'confirm-exclusion': m.work_kind_confirm_exclusion,
	'decide-change': m.work_kind_decide_change,
	'make-offers': m.work_kind_make_offers,
	'await-answers': m.work_kind_await_answers,
	'next-version': m.work_kind_next_version,
	viewing: m.work_kind_viewing,
	'register-contract': m.work_kind_register_contract,
	'deliver-keys': m.work_kind_deliver_keys,
	'confirm-removal': m.work_kind_confirm_removal,
	'give-home-again': m.work_kind_give_home_again,
	'certify-works': m.work_kind_certify_works,
	'confirm-certificate': m.work_kind_confirm_certificate,
	'inspect-listing': m.work_kind_inspect_listing,
	'publish-listing': m.work_kind_publish_listing,
	'propose-tenant': m.work_kind_propose_tenant,
	'await-proposal': m.work_kind_await_proposal,
	'hold-over': m.work_kind_hold_over,
	'sign-held-home': m.work_kind_sign_held_home,
	'deliver-private-keys': m.work_kind_deliver_private_keys
};

/** The names of tasks that a colleague finishes; those of one person alone never wait for one. */
const colleagueNames: Partial<Record<WorkKind, () => string>> = {
	'open-notice': m.work_kind_open_notice_colleague,
	'confirm-notice-change': m.work_kind_confirm_notice_change_colleague,
	'confirm-sample': m.work_kind_confirm_sample_colleague,
	'approve-rule-set': m.work_kind_approve_rule_set_colleague,
	'approve-message-text': m.work_kind_approve_message_text_colleague,
	'confirm-draw': m.work_kind_confirm_draw_colleague,
	'approve-round': m.work_kind_approve_round_colleague,
	'confirm-removal': m.work_kind_confirm_removal_colleague,
	'confirm-certificate': m.work_kind_confirm_certificate_colleague
};

export const colleagueName = (kind: WorkKind): string => (colleagueNames[kind] ?? kindNames[kind])();

const parties: Readonly<Record<Party, () => string>> = {
	household: m.work_waits_household,
	landlord: m.work_waits_landlord,
	'household-and-landlord': m.work_waits_both
};

/** The side that acts next. An auditor reads `office`. */
export const stageText = (waitsFor: Party | undefined, reads: boolean): string =>
	waitsFor ? parties[waitsFor]() : reads ? m.work_waits_office() : m.work_waits_you();

/** The deadline in words; of a viewing, its hour. */
export const termText = (kind: WorkKind, due: string, now: string): string =>
	kind === 'viewing' ? m.work_at_time({ time: formatTime(due) }) : dueText(due, now);
