import type { WorkCosts } from '$lib/domain/accessibility/works';
import type { RequirementResult } from '$lib/domain/eligibility/requirement-result';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { offersOf } from '$lib/server/desk/file/sections';
import type { Chapter, Piece } from '$lib/server/platform/pdf/book';
import type { detailsOf } from '$lib/server/requests/applications/reading-service';
import type { answersInWords } from '$lib/words/answers-summary';
import { fitText } from '$lib/words/accessibility/fit-text';
import { formatArea, formatDate, formatDeadline } from '$lib/words/format';
import { homeLine } from '$lib/words/home-name';
import { offerStateName } from '$lib/words/offer-text';
import { certaintyText } from '$lib/words/rules/certainty-text';
import { requirementLine } from '$lib/words/rules/requirement-line';
import { cardPieces } from '../../../../../(account)/account/export/chapters/requests';

// What the file of a request says as a PDF, to its household and to the office.

/** Pieces below a heading of level 4 as a chapter: what stood below it goes up. None where there are none. */
export function asChapter(pieces: readonly Piece[], title?: string): Chapter[] {
	const [first, ...rest] = pieces.map(goUp);
	if (!first || !('heading' in first)) return [];
	return [{ title: title ?? first.heading, pieces: rest }];
}

/** A piece whose heading stands right below the title of a chapter. */
export const goUp = (piece: Piece): Piece => ('heading' in piece ? { ...piece, level: 3 } : piece);

/** One paragraph in the language of the document. */
export const note = (text: string): Piece => ({ paragraphs: [[text]], lang: getLocale() });

/** The answers by the pages of the form. */
export const answerPieces = (cards: ReturnType<typeof answersInWords>): Piece[] => cards.flatMap(cardPieces).map(goUp);

/** Each requirement with its outcome, the reason where it is not met, and the source of the rule. */
export function requirementPieces(results: readonly RequirementResult[], rules: RuleSet): Piece[] {
	if (results.length === 0) return [];
	const rows = results.map((result) => {
		const { text, outcome, reason, about } = requirementLine(result, rules);
		const mark = result.certainty === 'illustrative' ? certaintyText(result.certainty) : null;
		return [text, outcome, [reason, about, mark].filter(Boolean).join(' · ') || '–'];
	});
	const head = [m.my_request_pdf_requirement(), m.my_request_pdf_outcome(), m.rights_pdf_said()];
	return [{ table: { head, widths: [4, 2, 4], rows } }];
}

type Choice = Awaited<ReturnType<typeof detailsOf>>['choices'][number];

/** The chosen homes, most wanted first, with how each suits the needs of the household. */
export function choicePieces(choices: readonly Choice[], costs: WorkCosts, forOffice: boolean): Piece[] {
	if (choices.length === 0) return [note(m.file_choices_none())];
	const pairs = choices.map(({ id, address, left, netAreaDm2, fit }, index) => {
		const text = fit && fitText(fit, costs, forOffice);
		const about = [left && m.removal_left_tag(), netAreaDm2 !== null && formatArea(netAreaDm2), text?.verdict];
		const points = [...(text?.inTheWay ?? []), text?.missing, text?.works, ...(text?.toKnow ?? [])];
		const value = [about.filter(Boolean).join(', '), ...points].filter(Boolean).join('\n');
		return { label: `${index + 1}. ${address ?? id}`, value: value || '–' };
	});
	return [{ pairs }];
}

/** The homes that were offered, each with its state. */
export function offerPieces(offers: Awaited<ReturnType<typeof offersOf>>): Piece[] {
	if (offers.length === 0) return [note(m.file_offers_none())];
	const rows = offers.map((offer) => [
		homeLine(offer),
		offerStateName(offer.state),
		formatDate(offer.madeAt),
		formatDeadline(offer.deadline)
	]);
	const head = [m.rights_pdf_what(), m.files_now(), m.rights_pdf_offered(), m.rights_pdf_until()];
	return [{ table: { head, widths: [4, 2, 2, 3], rows } }];
}
