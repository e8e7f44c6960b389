import type { WorkCosts } from '$lib/domain/accessibility/works';
import type { Day } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { readContestsOf } from '$lib/server/allocation/corrections/decide-service';
import type { readFile } from '$lib/server/desk/file/service';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import type { PapersOfRequest } from '$lib/server/requests/papers/service';
import type { readChecklist } from '$lib/server/requests/verification/reading-service';
import { formatDate } from '$lib/words/format';
import { copyMarks } from '$lib/words/people/document-text';
import { checkPieces } from '../../../../../../../(account)/account/export/chapters/checks';
import { contestPieces, pointsPieces } from '../../../../../../../(account)/account/export/chapters/requests';
import {
	answerPieces,
	asChapter,
	choicePieces,
	goUp,
	note,
	offerPieces,
	requirementPieces
} from '../../../../../../../(applicant)/my/requests/[id]/pdf/file-pieces';
import { headText, sectionsText } from '../../../file-text';
import {
	historyPieces,
	messagePieces,
	notePieces,
	paperPieces,
	personPieces,
	yesPieces,
	type Person
} from './office-pieces';

type File = NonNullable<Awaited<ReturnType<typeof readFile>>>;
type Parts = {
	readonly file: File;
	readonly opened: NonNullable<File['opened']>;
	readonly person: Person;
	readonly papers: PapersOfRequest;
	readonly contests: Exclude<Awaited<ReturnType<typeof readContestsOf>>, null | 'closed'>['contests'];
	readonly list: Exclude<Awaited<ReturnType<typeof readChecklist>>, null | 'closed'>;
	readonly costs: WorkCosts;
};
type Marks = { readonly purpose: string; readonly officer: string; readonly day: Day };

/**
 * The file of a request as an officer takes it out, with the purpose, the officer and the day on each sheet. It leaves out the
 * other requests of these people and who read the file: they are about others.
 */
export function fileBook(parts: Parts, { purpose, officer, day }: Marks): Book {
	const { protocol, synthetic } = parts.file.head;
	const { name, address } = config().office;
	const [date, { across }] = [formatDate(day), copyMarks(purpose, day)];
	const isProtected = parts.person?.state === 'open' && parts.person.contact.isProtected;
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.file_pdf_title({ protocol }),
		synthetic: synthetic ? m.ui_synthetic_household() : null,
		lead: [m.file_pdf_lead({ date }), ...(isProtected ? [m.file_pdf_protected()] : [])],
		chapters: chaptersOf(parts),
		foot: m.file_copy_foot({ across, officer, date }),
		across
	};
}

function chaptersOf({ file, opened, person, papers, list, contests, costs }: Parts): Chapter[] {
	const head = headText(file);
	const { facts, erased, messages, yeses, notes, history } = sectionsText(head.id, opened);
	return [
		{ title: m.file_summary(), pieces: [{ pairs: summaryOf(head) }] },
		{ title: m.file_household(), pieces: personPieces(person) },
		{ title: m.file_facts(), pieces: [...answerPieces(facts), ...(erased ? [note(m.file_facts_gone())] : [])] },
		...asChapter(pointsPieces(opened.score), m.file_points()),
		requirementsOf(opened),
		{ title: m.file_choices(), pieces: choicePieces(opened.choices, costs, true) },
		{ title: m.office_documents_title(), pieces: paperPieces(papers) },
		...asChapter(checkPieces(list.acts, list.members), m.check_facts_title()),
		...(contests.length === 0
			? []
			: [{ title: m.contests_office_title(), pieces: contests.flatMap(contestPieces).map(goUp) }]),
		{ title: m.file_offers(), pieces: offerPieces(opened.offers) },
		{ title: m.file_messages(), pieces: messagePieces(messages) },
		...asChapter(yesPieces(yeses), m.yes_title_office()),
		{ title: m.notes_title(), pieces: notePieces(notes) },
		{ title: m.file_history(), pieces: historyPieces(history) }
	];
}

function requirementsOf({ requirements, rules }: Parts['opened']): Chapter {
	const pieces = requirementPieces(requirements, rules);
	return { title: m.file_requirements(), pieces: [note(m.file_requirements_voice()), ...pieces] };
}

const summaryOf = ({ turn, ...head }: ReturnType<typeof headText>) => [
	{ label: m.receipt_notice(), value: head.notice },
	{ label: m.files_now(), value: turn.state },
	{ label: m.files_who(), value: turn.who },
	{ label: m.files_until(), value: turn.until },
	...(head.points ? [{ label: m.files_points(), value: head.points }] : []),
	{ label: m.files_sent(), value: head.sent },
	{ label: m.file_code(), value: head.pseudonym }
];
