import type * as accountMails from '$lib/server/platform/accounts/mails';
import type { AuditEvent } from '$lib/server/platform/audit/events';
import type { Template } from './templates';

/** The reader of a message: the household of a request, the household that looks for a private home, or the landlord. */
export type Audience = 'household' | 'tenant' | 'landlord';

/** A change of state that people are told of; which template, where there are several, is the case that its name says. */
type Told = { readonly told: readonly (readonly [Audience, Template])[] };
/** A mail about the account itself. It may hold a secret link, so it is kept in no mailbox and printed on no letter. */
type OfAccount = { readonly account: keyof typeof accountMails };
/** Nobody is told, because … */
type Nobody = { readonly nobody: string };

const nobody = (because: string): Nobody => ({ nobody: because });
const household = (...templates: Template[]): Told => ({ told: templates.map((one) => ['household', one] as const) });
const landlord = (...templates: Template[]): Told => ({ told: templates.map((one) => ['landlord', one] as const) });
const tenant = (...templates: Template[]): Told => ({ told: templates.map((one) => ['tenant', one] as const) });
const both = (...sides: Told[]): Told => ({ told: sides.flatMap(({ told }) => told) });

const INSIDE = 'it is the work of the office, and what it leads to is told';
const OWN_ACT = 'the person has just done it and sees it on the page';
const REGISTER = 'it concerns the register of homes, and no person';
const RULES = 'rules are public with their notice';

/**
 * Every change of state of the portal (src/lib/server/platform/audit/events.ts) and who is told of it. A change without a line here
 * does not compile: whoever adds one decides (adr 29).
 */
export const whoIsTold: Readonly<Record<AuditEvent, Told | OfAccount | Nobody>> = {
	access_refused: nobody('the page says so'),
	account_created: { account: 'welcomeMail' },
	account_disabled: nobody('the administration speaks with the person'),
	account_enabled: nobody('the administration speaks with the person'),
	account_erased: { account: 'accountErasedMail' },
	account_invited: { account: 'welcomeMail' },
	backup_restored: nobody('people are told on the page of the portal'),
	email_changed: { account: 'emailChangedMail' },
	email_confirmed: nobody(OWN_ACT),
	helper_invitation_withdrawn: nobody('the link says that it works no more'),
	helper_invited: { account: 'helperInvitedMail' },
	helper_joined: nobody(OWN_ACT),
	helper_let_in: nobody('the organisation speaks with its helper'),
	helper_removed: nobody('the organisation speaks with its helper'),
	identity_linked: { account: 'identityChangedMail' },
	identity_unlinked: { account: 'identityChangedMail' },
	language_chosen: nobody(OWN_ACT),
	lead_given: nobody('the administration speaks with the person'),
	lead_taken: nobody('the administration speaks with the person'),
	password_changed: { account: 'passwordChangedMail' },
	password_reset: { account: 'passwordChangedMail' },
	password_reset_asked: { account: 'resetMail' },
	recovery_code_used: { account: 'factorChangedMail' },
	recovery_codes_made: { account: 'factorChangedMail' },
	role_changed: nobody('staff alone have roles that change, and the administration speaks with them'),
	second_factor_enrolled: { account: 'factorChangedMail' },
	second_factor_removed: { account: 'factorChangedMail' },
	second_factor_reset: { account: 'factorChangedMail' },
	sessions_ended: nobody(OWN_ACT),
	signed_in: nobody(OWN_ACT),
	signed_out: nobody(OWN_ACT),
	signed_up: { account: 'confirmMail' },

	address_told: { account: 'newEmailMail' },
	contact_saved: nobody(OWN_ACT),
	person_opened: nobody('the page of readings says so'),
	household_named: nobody(OWN_ACT),
	document_changed: nobody(OWN_ACT),
	document_kept: nobody(OWN_ACT),
	document_removed: nobody(OWN_ACT),

	consent_asked: { account: 'consentCodeMail' },
	consent_given: nobody('the act that it is for is told'),
	consent_mistyped: nobody('the helper types again; the page of the mandate shows it'),
	helper_acted: nobody('the page of the mandate says so'),
	helping_begun: nobody('the page of the mandate says so'),
	helping_stopped: nobody('the page of the mandate says so'),
	desk_record_closed: nobody('the person has just spoken with the office'),
	desk_record_opened: nobody('the person has just spoken with the office'),
	desk_recorded: nobody('the act itself is told'),
	mandate_begun: household('mandate_begun'),
	mandate_ended: household('mandate_ended'),
	mandate_proposed: { account: 'consentCodeMail' },
	mandate_replaced: nobody('the message about the mandate that takes its place says so'),
	mandate_revoked: nobody(OWN_ACT),
	procedure_revoked: nobody(OWN_ACT),

	building_changed: nobody(REGISTER),
	building_registered: nobody(REGISTER),
	building_surveyed: nobody(REGISTER),
	dwelling_changed: nobody(REGISTER),
	dwelling_registered: nobody(REGISTER),
	dwelling_surveyed: nobody(REGISTER),
	dwellings_imported: nobody(REGISTER),
	home_given_again: nobody('the next notice offers it; the notice it left no longer can'),
	home_kept: nobody('the home stays, so nothing changes for a household'),
	home_removal_proposed: nobody('a second person decides first'),
	home_removed: household('home_removed'),
	import_checked: nobody(REGISTER),
	milestone_recorded: nobody(REGISTER),
	photograph_erased: nobody(REGISTER),
	photograph_kept: nobody(REGISTER),
	work_costs_changed: nobody(REGISTER),
	works_certified: nobody(REGISTER),
	certificate_confirmed: nobody(REGISTER),
	certificate_kept: nobody(REGISTER),
	certificate_proposed: nobody(REGISTER),
	certificate_refused: nobody(REGISTER),
	certificate_void_proposed: nobody(REGISTER),
	certificate_voided: nobody(REGISTER),
	facts_published: nobody('the public pages show the facts'),

	beacon_recorded: nobody('the number is public on the page of the notice; the ranking that uses it is told'),
	draw_entered: nobody('a second person confirms it first'),
	notice_amended: household('notice_extended', 'notice_extended_draft', 'notice_corrected'),
	notice_change_dropped: nobody(INSIDE),
	notice_change_proposed: nobody('a second person decides first'),
	notice_follow_ended: nobody(OWN_ACT),
	notice_follow_started: nobody(OWN_ACT),
	notice_discarded: nobody('only a draft goes, which nobody has seen'),
	notice_changed: nobody('only a draft changes, which nobody has seen'),
	notice_drafted: nobody(INSIDE),
	notice_opened: nobody('no household has asked to be told of new notices; the public pages show it'),
	rule_set_approved: nobody(RULES),
	rule_set_changed: nobody(RULES),
	rule_set_discarded: nobody(RULES),
	rule_set_forked: nobody(RULES),
	rule_set_imported: nobody(RULES),
	rule_set_proposed: nobody(RULES),
	rule_set_returned: nobody(RULES),

	verification_demanded: nobody(INSIDE),
	verification_not_demanded: nobody(INSIDE),

	application_excluded: household('request_excluded'),
	application_replaced: nobody('the message about the version that takes its place says so'),
	application_submitted: household('request_received', 'request_amended'),
	application_withdrawn: household('request_withdrawn'),
	deadline_reminded: household(
		'offer_near',
		'rejection_near',
		'draft_near',
		'amendment_near',
		'document_near',
		'mandate_near'
	),
	document_answered: nobody(OWN_ACT),
	document_asked: household('document_asked'),
	draft_discarded: nobody(OWN_ACT),
	draft_written: nobody('the page of the mandate says so'),
	duplicate_decided: nobody('it would tell of another household; what it leads to is told'),
	duplicate_reopened: nobody('it would tell of another household; what it leads to is told'),
	request_copied: nobody('the page of readings says so, with the purpose'),
	request_opened: nobody('the page of the request, and that of readings, say so'),
	line_contested: nobody(OWN_ACT),
	exclusion_proposed: nobody('a second person decides first'),
	change_told: nobody(OWN_ACT),
	change_paper_attached: nobody('the message about the change leads to the page that shows its papers'),
	change_recorded: household('change_recorded'),
	change_decided: household('change_accepted', 'change_refused'),
	sample_proposed: nobody('a second person decides first'),
	sample_confirmed: nobody('the public number draws it'),
	sample_dropped: nobody(INSIDE),
	sample_drawn: nobody(
		'the page of the check of each drawn request says so; that a message is due is not found in the sources'
	),
	control_ended: nobody('what the check found is told with it'),
	contest_decided: household('line_corrected', 'line_kept'),
	journey_rated: nobody('the household did it itself, and sees it on the page'),
	note_written: nobody('it is a note of the office, which whoever asks for all of their data gets'),
	facts_checked: household('request_verified', 'fact_not_proven'),
	receipts_sealed: nobody('the sum of the receipts is public on the page of the notice'),
	rejection_answered: nobody(OWN_ACT),
	rejection_dropped: household('rejection_dropped'),
	rejection_notified: household('rejection_notified'),

	invitations_sent: household('invitation'),
	round_approved: nobody('its publication is told'),
	round_opened: nobody('an auditor reads, and nothing changes for a household'),
	round_prepared: nobody(INSIDE),
	round_published: household('ranking_provisional', 'ranking_corrected', 'ranking_final'),
	what_if_asked: nobody(INSIDE),
	what_if_cancelled: nobody(INSIDE),

	offer_accepted: household('offer_accepted'),
	offer_expired: household('offer_expired'),
	offer_made: household('offer_made'),
	offer_refused: household('offer_refused'),
	offer_withdrawn: household('offer_withdrawn', 'offer_replaced'),
	viewing_booked: household('viewing_booked', 'viewing_moved'),
	viewing_cancelled: household('viewing_cancelled'),
	viewing_removed: household('viewing_removed'),
	viewing_slot_added: nobody('the page of the offer, which is told, shows the times'),

	contract_registered: both(
		household('contract_registered'),
		tenant('contract_registered'),
		landlord('contract_registered_landlord')
	),
	keys_delivered: both(household('keys_delivered'), tenant('keys_delivered'), landlord('keys_delivered_landlord')),

	home_asked: tenant('home_search_received'),
	home_search_ended: both(tenant('home_search_ended'), landlord('tenant_said_no')),
	tenant_proposed: both(tenant('home_proposed'), landlord('household_proposed')),
	proposal_accepted_by_landlord: tenant('landlord_said_yes'),
	proposal_accepted_by_tenant: landlord('tenant_said_yes'),
	proposal_declined_by_landlord: tenant('landlord_said_no'),
	proposal_declined_by_tenant: landlord('tenant_said_no'),
	home_held: both(tenant('home_held_tenant'), landlord('home_held_landlord')),
	home_hold_ended: both(tenant('hold_ended_tenant'), landlord('hold_ended_landlord')),
	home_released: both(tenant('home_released_tenant'), landlord('home_released_landlord')),

	listing_begun: nobody(OWN_ACT),
	listing_saved: nobody(OWN_ACT),
	listing_submitted: landlord('listing_received'),
	listing_inspected: landlord('listing_inspected'),
	listing_published: landlord('listing_published'),
	listing_refused: landlord('listing_refused'),
	listing_withdrawn: both(landlord('listing_withdrawn'), tenant('listing_closed')),

	letters_posted: nobody(INSIDE),
	letters_prepared: nobody(INSIDE),
	letters_released: nobody(INSIDE),
	letters_taken: nobody(INSIDE),
	message_on_paper: nobody('the letter is the message'),
	message_text_approved: nobody(INSIDE),
	message_text_proposed: nobody(INSIDE),
	message_text_refused: nobody(INSIDE),
	retention_proposed: nobody(INSIDE),
	retention_confirmed: nobody(INSIDE),
	retention_withdrawn: nobody(INSIDE),
	retention_done: nobody('the time of what went is over'),

	demo_clock_moved: nobody('it concerns the demo'),
	demo_loaded: nobody('it concerns the demo')
};

/** Who reads a message. */
export const audiencesOf = (template: Template): Audience[] => [
	...new Set(
		Object.values(whoIsTold).flatMap((row) =>
			'told' in row ? row.told.filter(([, one]) => one === template).map(([audience]) => audience) : []
		)
	)
];
