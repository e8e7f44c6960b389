import { m } from '$lib/paraglide/messages';
import { placeholdersIn, type MessageText } from '$lib/domain/messages/message-text';
import { locales, type Locale } from '$lib/paraglide/runtime';

/**
 * Every message that the portal writes to a household or to a landlord: its subject and its text, in the words of
 * i18n/messages. A text begins after the greeting and holds `link`, the page where the reader goes on. A subject may be
 * read by anybody who sees the letter box: it holds a protocol number or a date, and no fact about a person.
 */
export const templates = {
	request_received: { subject: m.message_request_received_subject, text: m.message_request_received_text },
	request_amended: { subject: m.message_request_amended_subject, text: m.message_request_amended_text },
	request_withdrawn: { subject: m.message_request_withdrawn_subject, text: m.message_request_withdrawn_text },
	rejection_notified: { subject: m.message_rejection_notified_subject, text: m.message_rejection_notified_text },
	rejection_near: { subject: m.message_rejection_near_subject, text: m.message_rejection_near_text },
	rejection_dropped: { subject: m.message_rejection_dropped_subject, text: m.message_rejection_dropped_text },
	request_excluded: { subject: m.message_request_excluded_subject, text: m.message_request_excluded_text },
	document_asked: { subject: m.message_document_asked_subject, text: m.message_document_asked_text },
	line_corrected: { subject: m.message_line_corrected_subject, text: m.message_line_corrected_text },
	line_kept: { subject: m.message_line_kept_subject, text: m.message_line_kept_text },
	fact_not_proven: { subject: m.message_fact_not_proven_subject, text: m.message_fact_not_proven_text },
	change_recorded: { subject: m.message_change_recorded_subject, text: m.message_change_recorded_text },
	change_accepted: { subject: m.message_change_accepted_subject, text: m.message_change_accepted_text },
	change_refused: { subject: m.message_change_refused_subject, text: m.message_change_refused_text },
	request_verified: { subject: m.message_request_verified_subject, text: m.message_request_verified_text },
	mandate_begun: { subject: m.message_mandate_begun_subject, text: m.message_mandate_begun_text },
	mandate_near: { subject: m.message_mandate_near_subject, text: m.message_mandate_near_text },
	mandate_ended: { subject: m.message_mandate_ended_subject, text: m.message_mandate_ended_text },
	draft_near: { subject: m.message_draft_near_subject, text: m.message_draft_near_text },
	document_near: { subject: m.message_document_near_subject, text: m.message_document_near_text },
	amendment_near: { subject: m.message_amendment_near_subject, text: m.message_amendment_near_text },
	ranking_provisional: { subject: m.message_ranking_provisional_subject, text: m.message_ranking_provisional_text },
	ranking_corrected: { subject: m.message_ranking_corrected_subject, text: m.message_ranking_corrected_text },
	ranking_final: { subject: m.message_ranking_final_subject, text: m.message_ranking_final_text },
	invitation: { subject: m.message_invitation_subject, text: m.message_invitation_text },
	notice_extended: { subject: m.message_notice_extended_subject, text: m.message_notice_extended_text },
	notice_extended_draft: {
		subject: m.message_notice_extended_draft_subject,
		text: m.message_notice_extended_draft_text
	},
	notice_corrected: { subject: m.message_notice_corrected_subject, text: m.message_notice_corrected_text },
	home_removed: { subject: m.message_home_removed_subject, text: m.message_home_removed_text },
	offer_made: { subject: m.message_offer_made_subject, text: m.message_offer_made_text },
	offer_replaced: { subject: m.message_offer_replaced_subject, text: m.message_offer_replaced_text },
	offer_near: { subject: m.message_offer_near_subject, text: m.message_offer_near_text },
	offer_accepted: { subject: m.message_offer_accepted_subject, text: m.message_offer_accepted_text },
	offer_refused: { subject: m.message_offer_refused_subject, text: m.message_offer_refused_text },
	offer_expired: { subject: m.message_offer_expired_subject, text: m.message_offer_expired_text },
	offer_withdrawn: { subject: m.message_offer_withdrawn_subject, text: m.message_offer_withdrawn_text },
	viewing_booked: { subject: m.message_viewing_booked_subject, text: m.message_viewing_booked_text },
	viewing_moved: { subject: m.message_viewing_moved_subject, text: m.message_viewing_moved_text },
	viewing_cancelled: { subject: m.message_viewing_cancelled_subject, text: m.message_viewing_cancelled_text },
	viewing_removed: { subject: m.message_viewing_removed_subject, text: m.message_viewing_removed_text },
	contract_registered: { subject: m.message_contract_registered_subject, text: m.message_contract_registered_text },
	contract_registered_landlord: {
		subject: m.message_contract_registered_landlord_subject,
		text: m.message_contract_registered_landlord_text
	},
	keys_delivered: { subject: m.message_keys_delivered_subject, text: m.message_keys_delivered_text },
	keys_delivered_landlord: {
		subject: m.message_keys_delivered_landlord_subject,
		text: m.message_keys_delivered_landlord_text
	},
	home_search_received: { subject: m.message_home_search_received_subject, text: m.message_home_search_received_text },
	home_search_ended: { subject: m.message_home_search_ended_subject, text: m.message_home_search_ended_text },
	home_proposed: { subject: m.message_home_proposed_subject, text: m.message_home_proposed_text },
	household_proposed: { subject: m.message_household_proposed_subject, text: m.message_household_proposed_text },
	landlord_said_yes: { subject: m.message_landlord_said_yes_subject, text: m.message_landlord_said_yes_text },
	tenant_said_yes: { subject: m.message_tenant_said_yes_subject, text: m.message_tenant_said_yes_text },
	landlord_said_no: { subject: m.message_landlord_said_no_subject, text: m.message_landlord_said_no_text },
	tenant_said_no: { subject: m.message_tenant_said_no_subject, text: m.message_tenant_said_no_text },
	home_held_tenant: { subject: m.message_home_held_tenant_subject, text: m.message_home_held_tenant_text },
	home_held_landlord: { subject: m.message_home_held_landlord_subject, text: m.message_home_held_landlord_text },
	hold_ended_tenant: { subject: m.message_hold_ended_tenant_subject, text: m.message_hold_ended_tenant_text },
	hold_ended_landlord: { subject: m.message_hold_ended_landlord_subject, text: m.message_hold_ended_landlord_text },
	home_released_tenant: { subject: m.message_home_released_tenant_subject, text: m.message_home_released_tenant_text },
	home_released_landlord: {
		subject: m.message_home_released_landlord_subject,
		text: m.message_home_released_landlord_text
	},
	listing_closed: { subject: m.message_listing_closed_subject, text: m.message_listing_closed_text },
	listing_received: { subject: m.message_listing_received_subject, text: m.message_listing_received_text },
	listing_inspected: { subject: m.message_listing_inspected_subject, text: m.message_listing_inspected_text },
	listing_published: { subject: m.message_listing_published_subject, text: m.message_listing_published_text },
	listing_refused: { subject: m.message_listing_refused_subject, text: m.message_listing_refused_text },
	listing_withdrawn: { subject: m.message_listing_withdrawn_subject, text: m.message_listing_withdrawn_text }
} as const;

export type Template = keyof typeof templates;

/** Not kept once it has left: a row would say that the household has a need (adr 15). */
const passing: ReadonlySet<Template> = new Set(['invitation']);
export const isPassing = (template: Template): boolean => passing.has(template);

type TextOf<One extends Template> = Parameters<(typeof templates)[One]['text']>[0];

/** The values that fill a template, besides the link. */
export type WordsOf<One extends Template> = Omit<TextOf<One>, 'link'>;

/** Every fact that some message tells: the name of its placeholder. */
export type Placeholder = { [One in Template]: keyof TextOf<One> & string }[Template];

type Say = (words: object, to: { readonly locale: Locale }) => string;

/** Stands for the value of each placeholder by its own name. */
const names: object = new Proxy({}, { get: (_, name) => `{${String(name)}}` });

/** The words of the product for a message, with its placeholders: `Rispondi entro {deadline}`. */
export function builtInText(template: Template, locale: Locale): MessageText {
	const { subject, text } = templates[template] as { subject: Say; text: Say };
	return { subject: subject(names, { locale }), text: text(names, { locale }) };
}

/** The placeholders that the portal fills in a message, in any language. */
export const placeholdersOf = (template: Template): string[] => [
	...new Set(
		locales.flatMap((locale) => {
			const { subject, text } = builtInText(template, locale);
			return placeholdersIn(`${subject}\n${text}`);
		})
	)
];
