import { fullName } from '$lib/domain/person/person';
import { m } from '$lib/paraglide/messages';
import type { Piece } from '$lib/server/platform/pdf/book';
import type { PapersOfRequest } from '$lib/server/requests/papers/service';
import { formatDate } from '$lib/words/format';
import { personText } from '$lib/words/household-names';
import { confirmedSentences } from '$lib/words/people/confirmed-text';
import { contactLines } from '$lib/words/people/contact-lines';
import { endText, holderText, kindName, reasonTexts, stateTag } from '$lib/words/people/document-text';
import { note } from '../../../../../../../(applicant)/my/requests/[id]/pdf/file-pieces';
import type { shownPerson } from '../../../../../open-person';
import type { sectionsText } from '../../../file-text';

export type Person = Awaited<ReturnType<typeof shownPerson>>;
type Sections = ReturnType<typeof sectionsText>;

/** The names and the contacts of the household, a protected one's safe contact alone. */
export function personPieces(person: Person): Piece[] {
	if (!person) return [note(m.file_household_none())];
	if (person.state !== 'open') return [note(m.person_untold())];
	const lines = contactLines(person.names, person.contact).map(({ label, value, note: more }) => ({
		label,
		value: [value, more].filter(Boolean).join('. ')
	}));
	const others = person.household.map((member) => ({
		label: personText(member),
		value: member.names ? [fullName(member.names), member.names.taxCode].filter(Boolean).join(', ') : m.contact_none()
	}));
	return [
		{ pairs: lines },
		...confirmedSentences(person.confirmed).map(note),
		...(others.length > 0 ? [{ heading: m.person_household(), level: 3 } as const, { pairs: others }] : [])
	];
}

/** The documents that the household keeps: what is written on each, and whether it is all right. */
export function paperPieces({ kept }: PapersOfRequest): Piece[] {
	if (kept.length === 0) return [note(m.office_documents_none_text())];
	const rows = kept.map((document) => {
		const { facts, judgement, createdAt } = document;
		const sent = m.documents_sent_on({ date: formatDate(createdAt) });
		const says = [facts.name, facts.year, facts.issued && formatDate(facts.issued), facts.explanation];
		return [
			[kindName[facts.kind](), holderText(document), sent].filter(Boolean).join('\n'),
			[stateTag(judgement).text, endText(judgement), ...reasonTexts(judgement)].filter(Boolean).join('\n'),
			says.filter(Boolean).join(' · ') || '–'
		];
	});
	const head = [m.documents_column(), m.documents_column_state(), m.office_documents_says()];
	return [{ table: { head, widths: [3, 3, 3], rows } }];
}

/** The messages to the household by subject, with how each went. */
export function messagePieces(messages: Sections['messages']): Piece[] {
	if (messages.length === 0) return [note(m.file_messages_none())];
	const head = [m.rights_pdf_subject(), m.files_now(), m.readings_when()];
	return [{ table: { head, widths: [4, 2, 2], rows: messages.map(({ subject, sent, at }) => [subject, sent, at]) } }];
}

/** What staff wrote on the file, the newest first; a note that was corrected says so. */
export function notePieces(notes: Sections['notes']): Piece[] {
	if (notes.length === 0) return [note(m.notes_none())];
	const rows = notes.map(({ text, isCorrected, who, at }) => [
		isCorrected ? `${text}\n(${m.note_corrected()})` : text,
		who,
		at
	]);
	return [{ table: { head: [m.note_text(), m.file_history_who(), m.file_history_when()], widths: [5, 2, 2], rows } }];
}

/** What was done to the request, by whom, the newest first. */
export function historyPieces(history: Sections['history']): Piece[] {
	if (history.length === 0) return [note(m.file_history_none())];
	const head = [m.file_history_what(), m.file_history_who(), m.file_history_when()];
	return [{ table: { head, widths: [4, 3, 2], rows: history.map(({ what, who, at }) => [what, who, at]) } }];
}

/** How the person said yes to what a helper did; nothing where no helper did what needs it. */
export function yesPieces(yeses: Sections['yeses']): Piece[] {
	if (yeses.length === 0) return [];
	const head = [m.file_history_what(), m.file_history_who(), m.file_history_when()];
	return [
		{
			table: {
				head,
				widths: [4, 3, 2],
				rows: yeses.map(({ what, how, who, at }) => [m.yes_line({ what, how }), who, at])
			}
		}
	];
}
