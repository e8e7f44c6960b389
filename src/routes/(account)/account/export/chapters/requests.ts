import type { Certainty } from '$lib/domain/ruleset/rule-value';
import type { Member } from '$lib/domain/household/fact-parts';
import { m } from '$lib/paraglide/messages';
import type { Receipt, Readable } from '$lib/server/desk/rights/readable-service';
import type { Piece } from '$lib/server/platform/pdf/book';
import { formatPoints } from '$lib/words/format';
import { ratedName, reasonName, starsName } from '$lib/words/rating-text';
import { certaintyText } from '$lib/words/rules/certainty-text';
import { pointsText } from '$lib/words/rules/criterion-words';
import { stateTitle } from '../../../../(applicant)/my/journey-text';
import { changeText } from '$lib/words/change-text';
import { contestText } from '$lib/words/contest-text';
import { answersInWords } from '$lib/words/answers-summary';
import { headOf, proofOf } from '../../../../(applicant)/my/requests/[id]/receipt/receipt-text';
import { checkPieces } from './checks';
import { memberLines } from './household';
import type { PartOfExport } from './part-of-file';
import { told, toldDay, toldTime } from './told';

type Sent = PartOfExport['requests'][number];
type Draft = PartOfExport['drafts'][number];

/** The requests of a part of the file with answers, points and what happened to them; then the drafts. */
export const requestPieces = (part: PartOfExport, { receipts, drafts }: Readable, sender: string): Piece[] => [
	...part.requests.flatMap((request) => sentPieces(request, receipts.get(request.id)!, sender)),
	...part.drafts.flatMap((draft) => draftPieces(draft, drafts.get(draft.id)!))
];

function sentPieces(sent: Sent, receipt: Receipt, sender: string): Piece[] {
	const { request, answers, rules } = receipt;
	return [
		{ heading: m.rights_pdf_request({ protocol: sent.protocol }), level: 3 },
		{
			pairs: [
				...headOf(request, sender, receipt.people),
				...told(m.rights_pdf_state(), stateTitle[request.journey.state]())
			]
		},
		...answersInWords(answers, request.choices, rules).flatMap(cardPieces),
		...namesPieces(sent),
		...pointsPieces(request.score),
		...checkPieces(sent.checks, sent.declared.household.members),
		...storyPieces(sent),
		...proofPieces(receipt)
	];
}

export const cardPieces = ({ title, lines }: ReturnType<typeof answersInWords>[number]): Piece[] => [
	{ heading: title, level: 4 },
	{ pairs: lines.map(({ label, value }) => ({ label, value })) }
];

const namesPieces = ({ declared, names }: Pick<Sent, 'declared' | 'names'>): Piece[] =>
	Object.keys(names).length === 0
		? []
		: [{ heading: m.rights_pdf_names(), level: 4 }, { pairs: memberLines(declared.household.members, names) }];

/** A text with the mark of a number that is not certain. */
const marked = (text: string, certainty: Certainty): string => {
	const mark = certaintyText(certainty);
	return mark ? `${text} (${mark})` : text;
};

/** The points line by line with their sum, as a table. Gone with the answers on health. */
export function pointsPieces(score: Receipt['request']['score']): Piece[] {
	if (!score) return [];
	const rows = score.lines.map((line) => [marked(pointsText(line), line.certainty), formatPoints(line.points)]);
	return [
		{ heading: m.my_points(), level: 4 },
		{
			table: {
				head: [m.rights_pdf_what(), m.rights_pdf_points()],
				widths: [4, 1],
				rows: [...rows, [m.points_total_declared(), formatPoints(score.total)]]
			}
		}
	];
}

const eventName = {
	submitted: m.rights_pdf_event_submitted,
	replaced: m.rights_pdf_event_replaced,
	withdrawn: m.rights_pdf_event_withdrawn,
	verified: m.rights_pdf_event_verified,
	excluded: m.rights_pdf_event_excluded
} as const satisfies Readonly<Record<Sent['events'][number]['event'], () => string>>;

export const storyPieces = ({ events, rejections, notes, contests, changes, ratings, declared }: Sent): Piece[] => [
	{ heading: m.rights_pdf_story(), level: 4 },
	{ pairs: events.flatMap(({ event, at }) => toldTime(eventName[event](), at)) },
	...rejections.flatMap(({ reason, notifiedAt, deadline, closedAt, outcome }): Piece[] => [
		{ heading: m.rights_pdf_rejection(), level: 4 },
		{
			pairs: [
				...toldTime(m.rights_pdf_sent(), notifiedAt),
				...told(m.readings_why(), reason),
				...toldDay(m.rights_pdf_until(), deadline),
				...toldTime(m.rights_pdf_ended(), closedAt),
				...told(m.rejection_state(), outcome && outcomeName[outcome]())
			]
		}
	]),
	...contests.flatMap(contestPieces),
	...changes.flatMap((change) => changePieces(change, declared.household.members)),
	...ratings.map(({ journey, stars, reasons, at }): Piece => ({
		pairs: [
			...toldTime(ratedName[journey](), at),
			...told(m.rating_question(), starsName[stars]()),
			...told(m.rating_why_word(), reasons.map((reason) => reasonName(reason, stars)()).join(', '))
		]
	})),
	...(notes.length === 0 ? [] : [{ heading: m.notes_title(), level: 4 as const }]),
	...notes.map(({ at, text }): Piece => ({
		pairs: [...toldTime(m.rights_pdf_saved(), at), ...told(m.note_text(), text)]
	}))
];

/** A contested line, what the household said and how it was decided. */
export function contestPieces(contest: Sent['contests'][number]): Piece[] {
	const { line, text, state, decided } = contestText(contest);
	return [
		{ heading: m.rights_pdf_contest({ line }), level: 4 },
		{
			pairs: [
				...toldTime(m.rights_pdf_sent(), contest.at),
				...told(m.contest_text(), text),
				...told(m.rejection_state(), state),
				...toldTime(m.rights_pdf_ended(), contest.decided?.at ?? null),
				...told(m.readings_why(), decided?.text)
			]
		}
	];
}

function changePieces(one: Sent['changes'][number], people: readonly Member[]): Piece[] {
	const { title, detail, how, text, state, decided } = changeText(one, people);
	return [
		{ heading: m.rights_pdf_change({ what: title }), level: 4 },
		{
			pairs: [
				...toldTime(m.rights_pdf_sent(), one.at),
				...told(m.change_what(), `${detail} ${how}`),
				...told(m.change_text(), text),
				...told(m.rejection_state(), state),
				...toldTime(m.rights_pdf_ended(), one.decided?.at ?? null),
				...told(m.readings_why(), decided?.text)
			]
		}
	];
}

const outcomeName = { excluded: m.rejection_excluded, dropped: m.rejection_dropped };

const proofPieces = (receipt: Receipt): Piece[] => [
	{ heading: m.receipt_proof(), level: 4 },
	{ pairs: proofOf(receipt).own.map(({ title, code }) => ({ label: title, value: code })) }
];

const draftPieces = (
	draft: Draft,
	{ rules, homes }: { rules: Receipt['rules']; homes: readonly { id: string; address: string }[] }
): Piece[] => [
	{ heading: m.rights_pdf_draft({ notice: draft.notice }), level: 3 },
	{ pairs: toldTime(m.rights_pdf_saved(), draft.updatedAt) },
	...(draft.answers ? answersInWords(draft.answers, homes, rules).flatMap(cardPieces) : [])
];
