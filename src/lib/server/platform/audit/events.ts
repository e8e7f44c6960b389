/**
 * The acts that the log tells, in the past tense. A name is never changed or removed, because entries that have it are
 * chained by their hashes. Each has its words in event-names.ts. `password_reset_asked` and `signed_up` stand in older
 * entries only: anybody can cause them, so they are counted (tally.ts).
 */
export const auditEvents = [
	// Accounts and sign-in.
	'access_refused',
	'account_created',
	'account_disabled',
	'account_enabled',
	'account_invited',
	'backup_restored',
	'email_confirmed',
	'language_chosen',
	'password_changed',
	'password_reset',
	'password_reset_asked',
	'recovery_code_used',
	'recovery_codes_made',
	'role_changed',
	'second_factor_enrolled',
	'second_factor_removed',
	'second_factor_reset',
	'signed_in',
	'signed_out',
	'signed_up',
	// The register of homes.
	'building_changed',
	'building_registered',
	'building_surveyed',
	'dwelling_changed',
	'dwelling_registered',
	'dwelling_surveyed',
	'dwellings_imported',
	'import_checked',
	'milestone_recorded',
	'photograph_erased',
	'photograph_kept',
	'work_costs_changed',
	'works_certified',
	// The programme.
	'facts_published',
	// Notices and their rules.
	'beacon_recorded',
	'draw_entered',
	'notice_changed',
	'notice_drafted',
	'notice_opened',
	'rule_set_approved',
	'rule_set_changed',
	'rule_set_discarded',
	'rule_set_forked',
	'rule_set_imported',
	'rule_set_proposed',
	'rule_set_returned',
	// Requests.
	'application_excluded',
	'application_submitted',
	'application_withdrawn',
	'receipts_sealed',
	'rejection_dropped',
	'rejection_notified',
	// Rounds.
	'invitations_sent',
	'round_approved',
	'round_prepared',
	'round_published',
	'what_if_asked',
	'what_if_cancelled',
	// Offers, proposals and tenancies.
	'contract_registered',
	'home_asked',
	'home_held',
	'home_hold_ended',
	'home_released',
	'home_search_ended',
	'keys_delivered',
	'listing_begun',
	'listing_inspected',
	'listing_published',
	'listing_refused',
	'listing_saved',
	'listing_submitted',
	'listing_withdrawn',
	'offer_accepted',
	'offer_expired',
	'offer_made',
	'offer_refused',
	'offer_withdrawn',
	'proposal_accepted_by_landlord',
	'proposal_accepted_by_tenant',
	'proposal_declined_by_landlord',
	'proposal_declined_by_tenant',
	'tenant_proposed',
	'viewing_booked',
	'viewing_slot_added',
	// The demo.
	'demo_clock_moved',
	'demo_loaded'
] as const;

export type AuditEvent = (typeof auditEvents)[number];

/** The subjects of acts. */
export const auditSubjects = [
	'account',
	'application',
	'building',
	'database',
	'demo_world',
	'dwelling',
	'import',
	'listing',
	'listing_proposal',
	'notice',
	'offer',
	'programme',
	'round',
	'route',
	'rule_set',
	'tenancy',
	'tenant_request',
	'viewing',
	'what_if',
	'work_costs'
] as const;

export type AuditSubject = (typeof auditSubjects)[number];
