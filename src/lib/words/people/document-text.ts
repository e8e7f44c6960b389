import type { Holder, KnownMember } from '$lib/domain/documents/holder';
import type { DocumentReason, Judgement } from '$lib/domain/documents/judge-document';
import type { CopyPurpose } from '$lib/domain/documents/copy-purposes';
import type { Paper, PaperState } from '$lib/domain/documents/papers-for';
import type { DocumentKind } from '$lib/domain/documents/kinds';
import { m } from '$lib/paraglide/messages';
import { fullName } from '$lib/domain/person/person';
import { formatDate } from '$lib/words/format';
import { personText } from '$lib/words/household-names';

export const kindName: Readonly<Record<DocumentKind, () => string>> = {
	identity: m.document_name_identity,
	isee: m.document_name_isee,
	permit: m.document_name_permit,
	work: m.document_name_work,
	'eviction-notified': m.document_name_eviction_notified,
	'eviction-enforceable': m.document_name_eviction_enforceable,
	'no-home': m.document_name_no_home,
	'unhealthy-home': m.document_name_unhealthy_home,
	'home-size': m.document_name_home_size,
	'home-barriers': m.document_name_home_barriers,
	'serious-handicap': m.document_name_serious_handicap,
	'civil-disability': m.document_name_civil_disability,
	'eviction-carried-out': m.document_name_eviction_carried_out,
	'home-unusable': m.document_name_home_unusable,
	violence: m.document_name_violence,
	'no-shelter': m.document_name_no_shelter,
	'leaving-care': m.document_name_leaving_care,
	residence: m.document_name_residence,
	income: m.document_name_income,
	other: m.document_name_other
};

const reasons: Readonly<Record<Exclude<DocumentReason, 'expired'>, () => string>> = {
	'in-the-future': m.documents_reason_future,
	'ends-before-it-begins': m.documents_reason_ends_first,
	'year-not-over': m.documents_reason_year_not_over,
	'review-due': m.documents_reason_review,
	'issued-missing': m.documents_reason_no_issued,
	'expiry-missing': m.documents_reason_no_expiry,
	'name-missing': m.documents_reason_no_name,
	'name-differs': m.documents_reason_name_differs,
	'own-name-missing': m.documents_reason_no_own_name,
	'member-name-missing': m.documents_reason_no_member_name,
	'year-missing': m.documents_reason_no_year,
	'year-old': m.documents_reason_year_old
};

/** Why a document did not simply pass, a sentence each. */
export const reasonTexts = ({ reasons: found, until }: Judgement): string[] =>
	found.map((reason) =>
		reason === 'expired' ? m.documents_reason_expired({ date: formatDate(until!) }) : reasons[reason]()
	);

/** A member of the household, by name where a request tells it. */
export const memberText = (member: KnownMember): string =>
	(member.names && fullName(member.names)) || personText(member);

type Held = { readonly facts: { readonly holder: Holder | null }; readonly member: KnownMember | null };
/** To whom a document belongs; null for the person's own. */
export const holderText = ({ facts: { holder }, member }: Held): string | null =>
	holder && m.documents_holder_of({ who: member ? memberText(member) : personText(holder) });

type Tag = { readonly text: string; readonly kind: 'plain' | 'due' | 'stop' };

/** In two words, whether a document is all right. */
export function stateTag({ result, reasons: found }: Judgement): Tag {
	if (found.includes('expired')) return { text: m.documents_state_expired(), kind: 'stop' };
	if (result === 'failed') return { text: m.documents_state_failed(), kind: 'stop' };
	if (result === 'inconclusive') return { text: m.documents_state_inconclusive(), kind: 'due' };
	return { text: m.documents_state_passed(), kind: 'plain' };
}

/** Until when a document counts, as far as the portal knows. */
export function endText({ until, endsSoon }: Judgement): string | null {
	if (until === null) return null;
	return endsSoon ? m.documents_soon({ date: formatDate(until) }) : m.documents_until({ date: formatDate(until) });
}

const papers: Readonly<Record<Exclude<PaperState, 'ends-soon'>, () => string>> = {
	missing: m.papers_missing,
	failed: m.documents_state_failed,
	expired: m.documents_state_expired,
	unclear: m.documents_state_inconclusive,
	ready: m.documents_state_passed
};

/** In a few words, how a paper that is needed stands. */
export const paperText = ({ state, until }: Paper): string =>
	state === 'ends-soon' ? m.documents_soon({ date: formatDate(until!) }) : papers[state]();

export const paperTag = (state: PaperState): Tag['kind'] =>
	state === 'ready' ? 'plain' : state === 'unclear' || state === 'ends-soon' ? 'due' : 'stop';

export const copyPurposeName: Readonly<Record<CopyPurpose, () => string>> = {
	landlord: m.copy_for_landlord,
	caf: m.copy_for_caf,
	school: m.copy_for_school,
	employer: m.copy_for_employer,
	office: m.copy_for_office,
	myself: m.copy_for_myself
};

/** What is written on a copy: for whom, and the day on which it was made (`at`: an instant). */
export function copyMarks(purpose: string, at: string): { across: string; below: string } {
	const across = m.copy_for({ purpose });
	return { across, below: m.copy_made({ across, date: formatDate(at) }) };
}
