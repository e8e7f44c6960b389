import type { Database } from '$lib/server/schema';

type Table = keyof Database;

/** How a fact stands in its column. `hashed`: nobody reads it back. `coded`: an id or a code that names nobody by itself. */
type Stands = 'clear' | 'sealed' | 'hashed' | 'coded';

type Link = readonly [column: string, of: 'account' | 'email' | 'token' | Table];

/**
 * What an erasure does with the rows (adr 34). `deleted`: none stays. `unless-let`: deleted, but for what led to a tenancy.
 * `emptied`: the row stays under its id without a fact. `kept`: the law keeps it under a code; what is sealed has a key of
 * its own.
 */
export type Erasure = 'deleted' | 'unless-let' | 'emptied' | 'kept';

/**
 * The rows of a table are a person's: where the file of everything lists them, by which column they are found (the id of
 * the account, its address, or the id of a row of another table), and the columns with facts about the person.
 */
type OfPerson = {
	readonly section: Section;
	readonly erasure: Erasure;
	readonly by: readonly Link[];
	readonly facts: Readonly<Record<string, Stands>>;
};

/** `staff`: acts of the office, with the account of the colleague. `many`: several persons in one sealed file. */
type Kept =
	| { readonly person: OfPerson }
	| { readonly staff: string }
	| { readonly many: string }
	| { readonly nobody: string };

/** The parts of the file that the page of the export explains; each has its words. */
export const sections = [
	'account',
	'sessions',
	'identities',
	'links',
	'asked',
	'followed',
	'mails',
	'person',
	'readings',
	'documents',
	'messages',
	'mandates',
	'deskRecords',
	'drafts',
	'requests',
	'invitations',
	'offers',
	'homeSearches',
	'listings',
	'tenancies',
	'log'
] as const;

export type Section = (typeof sections)[number];

const REGISTER = 'the register of homes';
const PROGRAMME = 'facts of the programme, which are public';

const person = (
	section: Section,
	erasure: Erasure,
	by: Link | readonly [Link, Link],
	facts: OfPerson['facts']
): Kept => ({
	person: { section, erasure, by: typeof by[0] === 'string' ? [by as Link] : (by as readonly [Link, Link]), facts }
});

/**
 * The personal data that each table keeps (docs/privacy.md). The compiler refuses a table without a line, and a test refuses
 * a line that leaves out a personal column.
 */
export const keptOfPerson: Readonly<Record<Table, Kept>> = {
	ratings: person('requests', 'kept', ['application_id', 'applications'], { stars: 'clear', reasons: 'clear' }),
	account_requests: person('asked', 'deleted', ['email', 'email'], {
		email: 'clear',
		name: 'clear',
		token_hash: 'hashed'
	}),
	account_tokens: person('links', 'deleted', ['account_id', 'account'], { account_id: 'coded', email: 'clear' }),
	accounts: person('account', 'emptied', ['id', 'account'], {
		email: 'clear',
		name: 'clear',
		password_hash: 'hashed',
		totp_sealed: 'sealed',
		data_key_id: 'coded'
	}),
	application_drafts: person('drafts', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		answers_sealed: 'sealed',
		data_key_id: 'coded'
	}),
	application_events: person('requests', 'kept', ['application_id', 'applications'], {
		account_id: 'coded',
		reason: 'sealed',
		desk_record_id: 'coded',
		signature_id: 'coded'
	}),
	applications: person('requests', 'kept', ['account_id', 'account'], {
		account_id: 'coded',
		pseudonym: 'coded',
		protocol: 'coded',
		facts: 'clear',
		needs_sealed: 'sealed',
		data_key_id: 'coded',
		replaces: 'coded'
	}),
	audit_entries: person('log', 'kept', ['actor_id', 'account'], {
		actor_id: 'coded',
		subject_id: 'coded',
		reason: 'sealed'
	}),
	audit_head: { nobody: 'the head of the log' },
	buildings: { nobody: REGISTER },
	certificates: { staff: 'certificates of works, with who signed' },
	consents: person('mandates', 'deleted', ['mandate_id', 'mandates'], { code_hash: 'hashed', document_id: 'coded' }),
	contests: person('requests', 'kept', ['application_id', 'applications'], {
		...{ application_id: 'coded', account_id: 'coded' },
		...{ content_sealed: 'sealed', decision_sealed: 'sealed' }
	}),
	control_draws: person('requests', 'kept', ['application_id', 'applications'], {
		...{ application_id: 'coded', stratum: 'clear', outcome: 'clear' }
	}),
	control_samples: { many: 'the requests of a notice by code and group of risk; it would tell of other households' },
	counters: { nobody: 'numbers already given' },
	data_keys: { nobody: 'keys' },
	demo_world: { nobody: 'the demo' },
	desk_records: person('deskRecords', 'deleted', ['account_id', 'account'], {
		...{ account_id: 'coded', data_key_id: 'coded' },
		...{ channel: 'clear', heard_on: 'clear', evidence_sealed: 'sealed' }
	}),
	documents: person('documents', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		facts_sealed: 'sealed',
		warn_on: 'clear',
		data_key_id: 'coded'
	}),
	duplicate_clusters: {
		many: 'why the office took people for one, or for several; it would tell of another household'
	},
	duplicate_persons: { many: 'people who may be one; it would tell of another household' },
	dwelling_events: { staff: REGISTER },
	dwellings: { nobody: REGISTER },
	fact_checks: person('requests', 'kept', ['application_id', 'applications'], {
		content_sealed: 'sealed',
		account_id: 'coded'
	}),
	household_changes: person('requests', 'kept', ['application_id', 'applications'], {
		...{ application_id: 'coded', account_id: 'coded', told_on: 'clear' },
		...{ content_sealed: 'sealed', decision_sealed: 'sealed' }
	}),
	helper_invitations: { staff: 'helpers whom an organisation invites, until a month after the link ends' },
	household_persons: person(
		'requests',
		'deleted',
		[
			['request_id', 'applications'],
			['request_id', 'application_drafts']
		],
		{ person_id: 'coded' }
	),
	identities: person('identities', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		subject_hash: 'hashed',
		claims_sealed: 'sealed',
		data_key_id: 'coded'
	}),
	imports: { staff: 'files of the register, with who sent them' },
	indicators: { nobody: PROGRAMME },
	invitations: person('invitations', 'kept', ['household', 'token'], { household: 'hashed' }),
	listing_events: person('listings', 'unless-let', ['listing_id', 'listings'], {
		account_id: 'coded',
		detail: 'clear'
	}),
	listing_proposals: person(
		'listings',
		'unless-let',
		[
			['listing_id', 'listings'],
			['tenant_request_id', 'tenant_requests']
		],
		{ tenant_request_id: 'coded' }
	),
	listings: person('listings', 'unless-let', ['account_id', 'account'], { account_id: 'coded', answers: 'clear' }),
	mandate_authorisations: person('mandates', 'deleted', ['mandate_id', 'mandates'], { procedure: 'clear' }),
	mandates: person('mandates', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		data_key_id: 'coded',
		named_sealed: 'sealed'
	}),
	message_texts: { staff: 'words of messages, with who wrote and approved them' },
	messages: person('messages', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		content_sealed: 'sealed',
		data_key_id: 'coded'
	}),
	notice_beacons: { staff: 'public draws, with who entered them' },
	notice_followers: person('followed', 'deleted', ['email', 'email'], { email: 'clear' }),
	notice_changes: { staff: 'changes of a published notice, with who proposed and who confirmed them' },
	notice_dwellings: { nobody: 'the homes of a notice' },
	notice_events: { staff: 'acts of the office on a notice' },
	notice_receipts: { nobody: 'hashes that only the receipt of a request finds' },
	notices: { many: 'set-asides of a notice, sealed until they are public' },
	observations: { staff: PROGRAMME },
	offer_events: person('offers', 'kept', ['offer_id', 'offers'], {
		account_id: 'coded',
		reason: 'sealed',
		evidence: 'sealed'
	}),
	offers: person('offers', 'kept', ['application_id', 'applications'], { application_id: 'coded' }),
	operation_lines: { nobody: PROGRAMME },
	operations: { nobody: PROGRAMME },
	organisations: { nobody: 'names of organisations' },
	outbox: person('mails', 'deleted', ['recipient', 'email'], {
		recipient: 'clear',
		reader_id: 'coded',
		subject: 'clear',
		body: 'clear',
		direct_sealed: 'sealed',
		receipt_sealed: 'sealed',
		left_channel: 'clear',
		left_at: 'clear'
	}),
	name_tokens: person('person', 'deleted', ['person_id', 'persons'], { token: 'hashed', person_id: 'coded' }),
	persons: person('person', 'deleted', ['account_id', 'account'], {
		account_id: 'coded',
		facts_sealed: 'sealed',
		tax_code_hash: 'hashed',
		match_keys: 'hashed',
		data_key_id: 'coded'
	}),
	photographs: { staff: 'photographs of a survey, with who took them' },
	programmes: { nobody: PROGRAMME },
	readings: person('readings', 'deleted', ['person_id', 'persons'], {
		person_id: 'coded',
		subject_id: 'coded',
		reason: 'sealed'
	}),
	recovery_codes: person('account', 'deleted', ['account_id', 'account'], { account_id: 'coded', id: 'hashed' }),
	rejections: person('requests', 'kept', ['application_id', 'applications'], {
		...{ application_id: 'coded', reason: 'sealed' },
		...{ answer: 'sealed', decision: 'sealed' }
	}),
	request_notes: person('requests', 'deleted', ['application_id', 'applications'], {
		text_sealed: 'sealed',
		account_id: 'coded'
	}),
	removals: { staff: 'why a home left its notice, with who decided' },
	retention_runs: { staff: 'how many records went, with who agreed' },
	round_openings: { staff: 'versions of a ranking that an auditor opened' },
	rounds: {
		many: 'the files of a ranking hold every household; a household has its proof from the page of its request'
	},
	rule_set_events: { staff: 'acts of the office on rules' },
	rule_sets: { staff: 'rules, with who wrote them' },
	sessions: person('sessions', 'deleted', ['account_id', 'account'], { account_id: 'coded', id: 'hashed' }),
	sources: { nobody: PROGRAMME },
	statements: { nobody: PROGRAMME },
	surveys: { staff: REGISTER },
	tenancies: person(
		'tenancies',
		'kept',
		[
			['offer_id', 'offers'],
			['proposal_id', 'listing_proposals']
		],
		{ offer_id: 'coded', proposal_id: 'coded' }
	),
	tenancy_events: person('tenancies', 'kept', ['tenancy_id', 'tenancies'], { account_id: 'coded', document: 'clear' }),
	tenant_requests: person('homeSearches', 'unless-let', ['account_id', 'account'], {
		account_id: 'coded',
		pseudonym: 'coded',
		facts: 'clear',
		needs_sealed: 'sealed',
		data_key_id: 'coded'
	}),
	throttle: { nobody: 'counts of tries, which end within a day' },
	verifications: person('requests', 'kept', ['application_id', 'applications'], { application_id: 'coded' }),
	viewings: person('offers', 'kept', ['offer_id', 'offers'], { offer_id: 'coded' }),
	what_ifs: { many: 'a question of the office about every household of a notice, sealed' },
	work_costs: { staff: 'prices' },
	work_events: { staff: REGISTER },
	works: { nobody: REGISTER }
};
