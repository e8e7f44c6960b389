import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import type { CriterionId } from '$lib/domain/scoring/score';
import type { WhatIfReport } from '$lib/domain/what-if/imagine-round';
import type { Database } from '$lib/server/schema';
import { findNotice } from '$lib/server/allocation/rounds/notice-repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { unseal } from '$lib/server/platform/secrets/seal';
import { reportPlace } from './carry-out';
import type { WhatIfQuestion } from './question';
import { findWhatIf, listDwellingFacts, listWhatIfs } from './repository';
import { stateOf } from './state';

type Listed = Awaited<ReturnType<typeof listWhatIfs>>[number];

const shownOf = ({ change, ...row }: Listed, now: Instant) => ({
	id: row.id,
	question: JSON.parse(change) as WhatIfQuestion,
	askedAt: row.askedAt,
	askedBy: row.askedBy,
	state: stateOf(row, now),
	problem: row.problem,
	done: row.done,
	of: row.of
});

/** The page of the questions: what can be changed, and what was asked before. Null when there is no such notice. */
export async function readQuestions(db: Kysely<Database>, noticeId: string, now: Instant) {
	const notice = await findNotice(db, noticeId);
	if (!notice) return null;
	const { scoring = {} } = rulesOf(notice.ruleSet) ?? {};
	const labels = (await listDwellingFacts(db, noticeId)).flatMap((one) => JSON.parse(one.setAside) as string[]);
	const asked = (await listWhatIfs(db, noticeId)).map((one) => shownOf(one, now));
	return {
		title: { titleIt: notice.titleIt, titleEn: notice.titleEn },
		synthetic: notice.synthetic === 1,
		// The ceiling on residence gives no points of its own.
		criteria: (Object.keys(scoring) as CriterionId[]).filter((id) => id !== 'residenceTogether'),
		categories: [...new Set(labels)].sort(),
		asked
	};
}

const rulesOf = (text: string | null) => JSON.parse(text ?? 'null') as RuleSet | null;

type Which = {
	readonly noticeId: string;
	readonly id: string;
	/** Whose chances to show, empty for nobody's. */ readonly household: string;
};

/** One question with its answer, and the chances of one household. Null when there is no such question. */
export async function readAnswer(db: Kysely<Database>, { noticeId, id, household }: Which, now: Instant) {
	const row = await findWhatIf(db, noticeId, id);
	const notice = row && (await findNotice(db, noticeId));
	if (!row || !notice) return null;
	const { dataKeyId, reportSealed, ...listed } = row;
	const key = dataKeyId && (await openDataKeys(db, [dataKeyId])).get(dataKeyId);
	const report = key && reportSealed ? (unseal(key, reportPlace(id), reportSealed) as WhatIfReport) : null;
	const codes = new Map((await listDwellingFacts(db, noticeId)).map((one) => [one.id, one.code]));
	return {
		...shownOf(listed, now),
		title: { titleIt: notice.titleIt, titleEn: notice.titleEn },
		synthetic: notice.synthetic === 1,
		ties: rulesOf(notice.ruleSet)?.ties.value ?? [],
		report: report && withoutHouseholds(report),
		untaken: (report?.after.untaken ?? []).map((dwelling) => codes.get(dwelling) ?? dwelling).sort(),
		looked: report && household ? lookedUp(report, household) : null
	};
}

/** The page needs counts, not fifteen thousand households. */
function withoutHouseholds({ before, after, moves, decisions, bands }: WhatIfReport) {
	const counted = (figures: typeof before) => ({ ...figures, untaken: figures.untaken.length });
	return { before: counted(before), after: counted(after), moves, decisions, bands };
}

function lookedUp({ chances }: WhatIfReport, pseudonym: string) {
	const found = Object.hasOwn(chances, pseudonym);
	return { pseudonym, found, bands: found ? chances[pseudonym]! : null };
}
