import type { ListingState } from '$lib/domain/matching/listing-state';
import type { MandateState } from '$lib/domain/mandates/mandate';
import type { NoticePhase } from '$lib/domain/notice/phase';
import type { OfferState } from '$lib/domain/offers/offer-state';
import type { CertificateState } from '$lib/domain/programme/certificate';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import type { VersionState } from '$lib/domain/ruleset/version-state';
import type { TenancyState } from '$lib/domain/tenancies/tenancy-state';
import type { WorkKind } from './kinds';

/** The next act that a state needs: tasks of the staff; an act of another person, on a page of theirs; or none, and why. */
export type Waits =
	| { readonly tasks: readonly WorkKind[] }
	| { readonly who: 'applicant' | 'landlord'; readonly page: string }
	| { readonly nobody: string };

const tasks = (...kinds: readonly WorkKind[]): Waits => ({ tasks: kinds });
const nobody = (because: string): Waits => ({ nobody: because });
const applicant = (page = '/(applicant)/my'): Waits => ({ who: 'applicant', page });
const landlord = (page = '/(landlord)/landlord'): Waits => ({ who: 'landlord', page });

type States<State extends string> = Readonly<Record<State, Waits>>;

const tenancy: States<TenancyState> = {
	assigned: tasks('register-contract'),
	contract_registered: tasks('deliver-keys', 'deliver-private-keys'),
	keys_delivered: nobody('the family lives there'),
	ended: nobody('the home is in the register again')
};

const milestones: States<MilestoneEvent> = {
	identified: nobody('the programme plans the works'),
	works_planned: nobody('the programme begins the works'),
	works_started: nobody('the works go on'),
	works_suspended: nobody('the programme resumes the works'),
	works_resumed: nobody('the works go on'),
	works_done: tasks('certify-works'),
	declared: nobody('a source said it; a certificate follows its own road'),
	certified: nobody('the office decides which notice gets it; the register counts what is free'),
	let_before_portal: nobody('a family lives there'),
	withdrawn: nobody('the home left the programme')
};

/**
 * Every state of every life cycle, and what it waits for. A state without a cell does not compile; a table or a stored state
 * that no cycle names fails a test (docs/adr/0028-nothing-that-waits-falls-out-of-view.md).
 */
export const lifeCycles = {
	'rule set': {
		draft: nobody('no notice waits for it; its author proposes or discards it'),
		returned: tasks('amend-rule-set'),
		proposed: tasks('approve-rule-set'),
		approved: nobody('notices can name it'),
		discarded: nobody('it was given up')
	} satisfies States<VersionState | 'returned'>,
	notice: {
		draft: tasks('open-notice'),
		scheduled: nobody('the clock opens it'),
		open: applicant('/(public)/notices/[id]'),
		closed: nobody('its draw and its ranking go on from here'),
		withdrawn: nobody('it is over')
	} satisfies States<NoticePhase>,
	'notice change': {
		proposed: tasks('confirm-notice-change'),
		confirmed: nobody('a job tells the households'),
		dropped: nobody('the notice stays as it is')
	},
	draw: {
		missing: tasks('record-beacon'),
		'entered once': tasks('confirm-draw'),
		recorded: nobody('the ranking can be prepared')
	},
	ranking: {
		missing: tasks('prepare-round'),
		prepared: tasks('approve-round'),
		'prepared with a home that left': tasks('prepare-round'),
		approved: tasks('publish-round'),
		'open to corrections': nobody('households look for errors until the days of the notice are over'),
		corrected: tasks('prepare-round'),
		final: tasks('make-offers'),
		'final, and a home is free again': tasks('next-version'),
		replaced: nobody('a newer version counts')
	},
	request: {
		draft: applicant(),
		live: nobody('the ranking of its notice is waited for'),
		replaced: nobody('a later version counts'),
		withdrawn: nobody('the household left; the ranking moves on by its next version'),
		excluded: nobody('the request ended; the ranking moves on by its next version')
	},
	check: {
		settled: nobody('the checklist of the request shows what is still open'),
		'a document was asked for': tasks('await-document'),
		'the household answered': tasks('read-answer')
	},
	'sample for controls': {
		proposed: tasks('confirm-sample'),
		confirmed: tasks('draw-sample'),
		drawn: nobody('the controls go on from here'),
		dropped: nobody('another one can be proposed')
	},
	control: {
		drawn: tasks('check-drawn'),
		ended: nobody('what was found stands in the check; a false declaration takes a notice of rejection'),
		'of an ended request': nobody('the request ended')
	},
	contest: {
		open: tasks('decide-contest'),
		corrected: nobody('the corrected ranking takes it in'),
		kept: nobody('it was decided')
	},
	change: {
		open: tasks('decide-change'),
		accepted: nobody('points, requirements and the size of home take it in'),
		refused: nobody('it was decided')
	},
	duplicate: {
		found: tasks('decide-duplicate'),
		same: nobody('their requests show each other'),
		apart: nobody('they are several people')
	},
	rejection: {
		notified: tasks('decide-rejection'),
		'exclusion proposed': tasks('confirm-exclusion'),
		excluded: nobody('it was decided'),
		dropped: nobody('it was decided')
	},
	offer: {
		made: tasks('await-answers'),
		accepted: nobody('its tenancy goes on from here'),
		refused: nobody('the ranking moves on by its next version'),
		expired: nobody('the ranking moves on by its next version'),
		withdrawn: nobody('the ranking moves on by its next version')
	} satisfies States<OfferState>,
	viewing: {
		free: applicant('/(applicant)/my/offers/[id]'),
		'booked for another day': nobody('its day comes'),
		'booked for today': tasks('viewing'),
		over: nobody('the household answers the offer')
	},
	tenancy,
	listing: {
		draft: landlord(),
		submitted: tasks('inspect-listing'),
		inspected: tasks('publish-listing'),
		published: tasks('propose-tenant'),
		held: tasks('sign-held-home'),
		refused: nobody('the landlord read the reason'),
		withdrawn: nobody('the landlord took it back'),
		...tenancy
	} satisfies States<ListingState>,
	proposal: {
		unanswered: tasks('await-proposal'),
		'answered by one side': tasks('await-proposal'),
		held: tasks('sign-held-home'),
		'hold ran out': tasks('hold-over'),
		declined: nobody('another household can be proposed'),
		let: nobody('its tenancy goes on from here')
	},
	'home search': {
		live: nobody('a home is proposed when one suits'),
		ended: nobody('it is over')
	},
	home: milestones,
	certificate: {
		proposed: tasks('confirm-certificate'),
		refused: nobody('another one can be proposed'),
		confirmed: nobody('it counts'),
		void_proposed: tasks('confirm-certificate'),
		voided: nobody('another one can be proposed')
	} satisfies States<CertificateState>,
	removal: {
		proposed: tasks('confirm-removal'),
		'confirmed, for ever': nobody('the home is gone'),
		'confirmed, until it is over': tasks('give-home-again'),
		over: nobody('a notice can have the home again'),
		dismissed: nobody('the home stayed where it was')
	},
	import: {
		checked: nobody('the person who sent the file has it before them; it is forgotten after a day'),
		imported: nobody('its rows are in the register')
	},
	'what-if': {
		running: nobody('the machine works it out, and its page shows how far it is'),
		ended: nobody('its report can be read')
	},
	mandate: {
		proposed: nobody('the person says yes or no; the desk of the organisation shows it'),
		lapsed: nobody('the organisation can propose it again'),
		active: nobody('the organisation helps the person'),
		expired: nobody('the organisation can propose another one'),
		revoked: nobody('the person ended it'),
		ended: nobody('the organisation ended it'),
		replaced: nobody('a later mandate counts')
	} satisfies States<MandateState>,
	'message text': {
		proposed: tasks('approve-message-text'),
		approved: nobody('messages are written with it'),
		refused: nobody('it was given up')
	},
	mail: {
		due: nobody('a job sends it'),
		sent: nobody('it was sent'),
		'given up': nobody('the pages of the person say the same, and the log names it for those who run the portal')
	},
	account: {
		asked: nobody('the person answers a mail; what is not answered is forgotten'),
		live: nobody('the person signs in when they like'),
		disabled: nobody('an administrator disabled it')
	}
} as const satisfies Readonly<Record<string, Readonly<Record<string, Waits>>>>;

export type LifeCycle = keyof typeof lifeCycles;
type StateOf<Cycle extends LifeCycle> = `${keyof (typeof lifeCycles)[Cycle] & string}`;
export type CycleState = { [Cycle in LifeCycle]: `${Cycle}: ${StateOf<Cycle>}` }[LifeCycle];
