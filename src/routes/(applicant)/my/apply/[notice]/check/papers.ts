import type { Answers } from '$lib/domain/application/answers';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { dayOf } from '$lib/domain/calendar/deadline';
import { documentsFor } from '$lib/domain/documents/documents-for';
import { papersFor, type Paper } from '$lib/domain/documents/papers-for';
import { judgeTold } from '$lib/domain/eligibility/judge-told';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { scoreTold } from '$lib/domain/scoring/score-told';
import { now } from '$lib/server/clock';
import { myDocuments } from '$lib/server/people/documents/reading-service';
import type { Actor } from '$lib/server/platform/auth/actor';
import { db } from '$lib/server/platform/db/app';
import { myMembers } from '$lib/server/requests/applications/known-members';
import { veiledKind } from '../../../documents/kind-options';

/** `veiled`: its kind as an address names it. */
export type PaperToSend = Paper & { readonly veiled: string };

/** The papers that prove the answers under the rules of the notice, with those that the person sent before. */
export async function papersOf(by: Actor, answers: Answers, rules: RuleSet): Promise<PaperToSend[]> {
	const [told, at] = [toldOf(answers), now()];
	const needed = documentsFor(told, judgeTold(told, rules, dayOf(at)), scoreTold(told, rules, dayOf(at)).score);
	const mine = await myDocuments(db(), await myMembers(db(), by), by, at);
	const papers = papersFor(
		needed,
		mine.map((one) => ({ ...one, kind: one.facts.kind, holder: one.facts.holder }))
	);
	return papers.map((paper) => ({ ...paper, veiled: veiledKind(by, paper.kind) }));
}
