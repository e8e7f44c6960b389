import type { WorkCosts } from '$lib/domain/accessibility/works';
import type { Day } from '$lib/domain/calendar/instant';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import type { readOwnCopy } from '$lib/server/desk/file/own-copy';
import { officeLines } from '$lib/server/platform/mail/office-lines';
import type { Book, Chapter } from '$lib/server/platform/pdf/book';
import { answersInWords } from '$lib/words/answers-summary';
import { formatDate } from '$lib/words/format';
import { checkPieces } from '../../../../../(account)/account/export/chapters/checks';
import { pointsPieces, storyPieces } from '../../../../../(account)/account/export/chapters/requests';
import { stateNext, stateTitle, timelineOf } from '../../../journey-text';
import { headOf } from '../receipt/receipt-text';
import { answerPieces, asChapter, choicePieces, note, offerPieces, requirementPieces } from './file-pieces';

export type OwnCopy = NonNullable<Awaited<ReturnType<typeof readOwnCopy>>>;
type About = { readonly sender: string; readonly costs: WorkCosts; readonly day: Day };

/** What a household reads of its own request as a PDF, on a day. */
export function requestBook(own: OwnCopy, { sender, costs, day }: About): Book {
	const { request } = own.receipt;
	const { name, address } = config().office;
	const date = formatDate(day);
	return {
		agency: { name, lines: [address, ...officeLines(getLocale()).split('\n').slice(1)] },
		title: m.rights_pdf_request({ protocol: request.protocol }),
		synthetic: request.synthetic ? m.ui_synthetic_household() : null,
		lead: [m.my_request_pdf_lead({ date })],
		chapters: chaptersOf(own, sender, costs),
		foot: m.my_request_pdf_foot({ protocol: request.protocol, date }),
		across: null
	};
}

function chaptersOf({ receipt, sent, offers }: OwnCopy, sender: string, costs: WorkCosts): Chapter[] {
	const { request, answers, people, rules } = receipt;
	const steps = timelineOf(request.journey).map(({ label, state, when }) => ({
		label,
		value: [stepState[state](), when].filter(Boolean).join(', ')
	}));
	const now = { label: m.rights_pdf_state(), value: stateTitle[request.journey.state]() };
	const cards = answersInWords({ ...answers, choices: [] }, [], rules);
	return [
		{ title: m.file_summary(), pieces: [{ pairs: [...headOf(request, sender, people), now] }] },
		{ title: m.my_timeline(), pieces: [{ pairs: steps }, note(stateNext(request))] },
		{
			title: m.receipt_answers(),
			pieces: [...answerPieces(cards), ...(answers.needs ? [] : [note(m.receipt_health_gone())])]
		},
		{ title: m.my_choices(), pieces: choicePieces(request.choices, costs, false) },
		...asChapter(pointsPieces(request.score)),
		{ title: m.file_requirements(), pieces: requirementPieces(request.requirements, rules) },
		...asChapter(checkPieces(sent.checks, sent.declared.household.members)),
		{ title: m.file_offers(), pieces: offerPieces(offers) },
		// The notes of the office are given with all of a person's data.
		...asChapter(storyPieces({ ...sent, notes: [] }))
	];
}

const stepState = { done: m.ui_step_done, now: m.ui_step_now, next: m.ui_step_next };
