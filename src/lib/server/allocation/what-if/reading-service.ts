import type { Kysely } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { CriterionId } from '$lib/domain/scoring/score';
import type { WhatIfReport } from '$lib/domain/what-if/imagine-round';
import type { Database } from '$lib/server/schema';
import { listEveryDwelling, listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { findNotice } from '$lib/server/notices/notices/repository';
import { openDataKeys } from '$lib/server/platform/secrets/data-key';
import { reportPlace } from './carry-out';
import { findWhatIf, listWhatIfs } from './repository';
import { stateOf } from './state';
import { storedQuestion } from './stored-question';
import { openReport } from './stored-report';

type Listed = Awaited<ReturnType<typeof listWhatIfs>>[number];

const shownOf = ({ change, ...row }: Listed, now: Instant) => ({
	id: row.id,
	question: storedQuestion(change),
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
	const { scoring } = notice.rules;
	const labels = (await listNoticeDwellings(db, noticeId)).flatMap(({ setAside }) => setAside);
	const asked = (await listWhatIfs(db, noticeId)).map((one) => shownOf(one, now));
	return {
		title: notice.title,
		synthetic: notice.synthetic,
		// The ceiling on residence gives no points of its own.
		criteria: (Object.keys(scoring) as CriterionId[]).filter((id) => id !== 'residenceTogether'),
		categories: [...new Set(labels)].sort(),
		asked
	};
}

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
	const report = key && reportSealed ? openReport(key, reportPlace(id), reportSealed) : null;
	const codes = new Map((await listEveryDwelling(db, noticeId)).map((one) => [one.id, one.code]));
	return {
		...shownOf(listed, now),
		title: notice.title,
		synthetic: notice.synthetic,
		ties: notice.rules.ties.value,
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
