import type { Judgement } from '$lib/domain/documents/judge-document';
import type { readChecklist } from '$lib/server/requests/verification/reading-service';
import type { FactAct } from '$lib/server/requests/verification/acts';
import { veil } from '$lib/server/platform/secrets/veil';
import { isSettled } from '$lib/domain/verification/finding';
import { formatDate, formatDateTime, formatDeadline } from '$lib/words/format';
import { comparedPoints } from '$lib/words/rules/compared-points';
import { papersOfFact } from '$lib/domain/documents/papers-of-fact';
import type { FactName } from '$lib/domain/household/facts';
import { link } from '$lib/i18n/link';
import { m } from '$lib/paraglide/messages';
import type { PapersOfRequest } from '$lib/server/requests/papers/service';
import { endText, holderText, kindName, reasonTexts, stateTag } from '$lib/words/people/document-text';
import { checkActName, checkStateName, checkWayName, factName, factValueText } from '$lib/words/verification-text';

type List = Exclude<Awaited<ReturnType<typeof readChecklist>>, null | 'closed'>;

/** One fact of the checklist in words. `papers`: the documents of the household. */
export function rowText({ request, members }: List, row: List['rows'][number], papers: PapersOfRequest) {
	const { fact, state, needed, last } = row;
	return {
		fact,
		veiled: veil(request.id, fact),
		state,
		needed,
		settled: isSettled(state),
		declarable: row.declared !== undefined,
		version: last?.version ?? 0,
		name: factName(fact),
		declared: factValueText(fact, row.declared, members),
		verified: verifiedText(members, row),
		stateText: state === 'open' && !needed ? m.check_state_nothing() : checkStateName[state](),
		how: last && howText(last),
		text: last?.text ?? null,
		papers: papersText(request.id, fact, papers)
	};
}

export type RowText = ReturnType<typeof rowText>;

/** When a document ends, unless a reason says so, and the reasons. */
const saysOf = (judgement: Judgement): string[] =>
	[judgement.reasons.includes('expired') ? null : endText(judgement), ...reasonTexts(judgement)].filter(
		(text) => text !== null
	);

/** The documents that prove a fact, as a list says them, and the names of those that are missing. */
function papersText(id: string, fact: FactName, papers: PapersOfRequest) {
	const { documents, missing } = papersOfFact(fact, papers.told, papers);
	return {
		missing: missing.map((kind) => kindName[kind]()),
		documents: documents.map((document) => ({
			...{ id: document.id, name: kindName[document.facts.kind](), tag: stateTag(document.judgement) },
			about: [holderText(document), m.documents_sent_on({ date: formatDate(document.createdAt) })]
				.filter(Boolean)
				.join(' · '),
			says: saysOf(document.judgement),
			href: link('/(staff)/staff/requests/[id]/documents/[document]', { id, document: document.id })
		}))
	};
}

function verifiedText(members: List['members'], { state, fact, verified }: List['rows'][number]): string | null {
	if (state === 'not-proven') return m.check_counts_as_untold();
	return isSettled(state) ? factValueText(fact, verified, members) : null;
}

/** By what, on which day and by whom a fact was checked; or until when an answer is waited for. */
function howText({ act, how, source, on, at, by, deadline }: FactAct): string {
	const who = m.check_by({ who: by.isHousehold ? m.check_the_household() : by.name, when: formatDateTime(at) });
	if (act === 'asked' && deadline) return `${m.check_until({ deadline: formatDeadline(deadline) })} ${who}`;
	const looked = how ? `${checkWayName[how]()}${source ? `: ${source}` : ''}` : '';
	return [looked, on && m.check_as_of({ day: formatDate(on) }), who].filter(Boolean).join(', ');
}

/** Every act about the facts, the newest first. */
export const storyText = ({ acts, members }: List) =>
	acts.toReversed().map(({ id, fact, act, value, text, at, by, ...rest }) => ({
		id,
		title: `${factName(fact)}: ${checkActName[act]()}`,
		value: act === 'corrected' ? factValueText(fact, value, members) : null,
		how: howText({ id, fact, act, at, by, ...rest }),
		text: text ?? null
	}));

/** The facts that are checked and the points that follow, for the file. */
export function checkText(list: List, papers: PapersOfRequest) {
	const rows = list.rows.map((row) => rowText(list, row, papers));
	return {
		rows: rows.filter((row) => row.needed || row.state !== 'open'),
		points: list.acts.length > 0 ? comparedPoints(list.score, list.rows) : null
	};
}
