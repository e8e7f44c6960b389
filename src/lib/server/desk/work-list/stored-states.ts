import type { Database } from '$lib/server/schema';
import type { CycleState, LifeCycle } from './waiting-table';

/** The life cycles that a table keeps; or why nothing in it can wait for anybody. */
export const cyclesOfTables: Readonly<Record<keyof Database, readonly LifeCycle[] | string>> = {
	account_requests: ['account'],
	account_tokens: ['account'],
	accounts: ['account'],
	application_drafts: ['request'],
	application_events: ['request'],
	applications: ['request'],
	audit_entries: 'the log only grows',
	audit_head: 'the head of the log',
	buildings: 'facts of the register',
	certificates: ['certificate'],
	consents: ['mandate'],
	contests: ['contest'],
	control_draws: ['control'],
	control_samples: ['sample for controls'],
	counters: 'numbers already given',
	data_keys: 'keys',
	demo_world: 'the demo',
	desk_records: 'what a household said; what is recorded under it has its own states',
	documents: 'papers that a person keeps here; no office asks for one yet',
	duplicate_clusters: ['duplicate'],
	duplicate_persons: 'who is in a cluster of people who may be one',
	dwelling_events: ['home'],
	dwellings: ['home'],
	fact_checks: ['check'],
	household_changes: ['change'],
	helper_invitations: 'the invited helper answers; the page of the organisation shows it',
	household_persons: 'who is in a household',
	identities: 'ways to sign in',
	imports: ['import'],
	indicators: 'facts of the programme',
	invitations: 'a household was told of a home; it answers by its request',
	listing_events: ['listing'],
	listing_proposals: ['proposal'],
	listings: ['listing'],
	mandate_authorisations: ['mandate'],
	mandates: ['mandate'],
	message_texts: ['message text'],
	messages: ['mail'],
	name_tokens: 'the index of names',
	notice_beacons: ['draw'],
	notice_changes: ['notice change'],
	notice_followers: 'the owner of an address says yes by a mail, and nobody of the office waits',
	notice_dwellings: ['ranking'],
	notice_events: ['notice', 'draw'],
	notice_receipts: 'receipts that a job sealed',
	notices: ['notice'],
	observations: 'facts of the programme',
	offer_events: ['offer'],
	offers: ['offer'],
	operation_lines: 'facts of the programme',
	operations: 'facts of the programme',
	organisations: 'names',
	outbox: ['mail'],
	persons: 'what a person told of themselves',
	photographs: 'pictures of a survey',
	programmes: 'facts of the programme',
	ratings: 'how easy a journey was; nobody waits for it',
	readings: 'who opened the details of a person',
	recovery_codes: 'secrets of an account',
	rejections: ['rejection'],
	removals: ['removal'],
	request_notes: 'what staff wrote, which is never changed',
	retention_runs: 'lists of what is due; the page shows what waits for a second manager',
	round_openings: 'an auditor opened a version; the log shows it',
	rounds: ['ranking'],
	rule_set_events: ['rule set'],
	rule_sets: ['rule set'],
	sessions: 'signed in at present',
	sources: 'facts of the programme',
	statements: 'facts of the programme',
	surveys: 'measures, which never change; homes to measure are a list of their own',
	tenancies: ['tenancy'],
	tenancy_events: ['tenancy'],
	tenant_requests: ['home search'],
	throttle: 'attempts to sign in',
	verifications: ['check'],
	viewings: ['viewing'],
	what_ifs: ['what-if'],
	work_costs: 'prices',
	work_events: ['home'],
	works: ['home']
};

/**
 * Columns whose values the database limits, and the state that each value leads to. A column that says no state of a life
 * cycle says why.
 */
export const statesOfColumns: Readonly<Record<string, Readonly<Record<string, CycleState>> | string>> = {
	'account_requests.kind': 'what was asked for',
	'account_requests.role': 'what was asked for',
	'account_tokens.purpose': 'what the link is for',
	'accounts.role': 'who the person is',
	'application_events.event': {
		submitted: 'request: live',
		verified: 'request: live',
		replaced: 'request: replaced',
		withdrawn: 'request: withdrawn',
		excluded: 'request: excluded'
	},
	'consents.act': 'what the person says yes to',
	'consents.way': 'how the person said yes',
	'notice_changes.kind': 'what changes',
	'notice_changes.outcome': { confirmed: 'notice change: confirmed', dropped: 'notice change: dropped' },
	'duplicate_clusters.kind': 'what links the people',
	'duplicate_clusters.outcome': { same: 'duplicate: same', apart: 'duplicate: apart' },
	'control_draws.outcome': {
		confirmed: 'control: ended',
		corrected: 'control: ended',
		'false-declared': 'control: ended'
	},
	'control_draws.stratum': 'the group from which it was drawn',
	'control_samples.outcome': {
		confirmed: 'sample for controls: confirmed',
		dropped: 'sample for controls: dropped'
	},
	'contests.outcome': { corrected: 'contest: corrected', kept: 'contest: kept' },
	'dwelling_events.event': {
		identified: 'home: identified',
		declared: 'home: declared',
		let_before_portal: 'home: let_before_portal',
		withdrawn: 'home: withdrawn'
	},
	'fact_checks.act': {
		asked: 'check: a document was asked for',
		answered: 'check: the household answered',
		accepted: 'check: settled',
		corrected: 'check: settled',
		'not-proven': 'check: settled',
		reopened: 'check: settled'
	},
	'household_changes.channel': 'how the office learned of it',
	'household_changes.outcome': { accepted: 'change: accepted', refused: 'change: refused' },
	'listing_events.event': {
		submitted: 'listing: submitted',
		inspected: 'listing: inspected',
		published: 'listing: published',
		refused: 'listing: refused',
		withdrawn: 'listing: withdrawn'
	},
	'listing_proposals.released_by': {
		landlord: 'proposal: declined',
		tenant: 'proposal: declined',
		agency: 'proposal: declined'
	},
	'mandate_authorisations.procedure': 'what the mandate covers',
	'mandates.early_end': {
		revoked: 'mandate: revoked',
		ended: 'mandate: ended',
		replaced: 'mandate: replaced'
	},
	'message_texts.outcome': { approved: 'message text: approved', refused: 'message text: refused' },
	'desk_records.channel': 'how the household said it',
	'messages.channel': 'how the message goes',
	'notice_beacons.kind': 'where the number comes from',
	'notice_events.event': {
		drafted: 'notice: draft',
		opened: 'notice: scheduled',
		beacon_recorded: 'draw: recorded',
		withdrawn: 'notice: withdrawn'
	},
	'notices.beacon_kind': 'where the number comes from',
	'notices.source': 'whose notice it is',
	'observations.about': 'facts of the programme',
	'observations.certainty': 'facts of the programme',
	'observations.unit': 'facts of the programme',
	'offer_events.channel': 'how the answer came',
	'offer_events.event': {
		made: 'offer: made',
		accepted: 'offer: accepted',
		refused: 'offer: refused',
		expired: 'offer: expired',
		withdrawn: 'offer: withdrawn'
	},
	'operation_lines.kind': 'facts of the programme',
	'organisations.kind': 'names',
	'outbox.channel': 'how the message goes',
	'outbox.left_channel': 'how the message did not go',
	'ratings.journey': 'what was rated',
	'readings.subject_type': 'for which file',
	'rejections.outcome': { excluded: 'rejection: excluded', dropped: 'rejection: dropped' },
	'removals.kind': 'why the home is out',
	'removals.outcome': { confirmed: 'removal: confirmed, for ever', dismissed: 'removal: dismissed' },
	'retention_runs.outcome': 'whether a second manager agreed',
	'rounds.kind': {
		provisional: 'ranking: open to corrections',
		corrected: 'ranking: open to corrections',
		final: 'ranking: final'
	},
	'rule_set_events.event': {
		forked: 'rule set: draft',
		imported: 'rule set: draft',
		proposed: 'rule set: proposed',
		returned: 'rule set: returned',
		approved: 'rule set: approved',
		discarded: 'rule set: discarded'
	},
	'statements.certainty': 'facts of the programme',
	'statements.kind': 'facts of the programme',
	'surveys.how': 'how it was measured',
	'tenancy_events.event': {
		assigned: 'tenancy: assigned',
		contract_registered: 'tenancy: contract_registered',
		keys_delivered: 'tenancy: keys_delivered',
		ended: 'tenancy: ended'
	},
	'verifications.standing': 'how far the check is; the ranking goes on from here',
	'verifications.waits_for': {
		household: 'check: a document was asked for',
		office: 'check: the household answered'
	},
	'work_events.event': {
		planned: 'home: works_planned',
		started: 'home: works_started',
		suspended: 'home: works_suspended',
		resumed: 'home: works_resumed',
		done: 'home: works_done'
	}
};
