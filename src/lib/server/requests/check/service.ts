import type { Kysely } from 'kysely';
import { daysLeft, dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { documentIds, type DocumentId } from '$lib/domain/documents/document';
import { documentsFor } from '$lib/domain/documents/documents-for';
import { adequacyOf, sizesThatFit } from '$lib/domain/eligibility/adequacy';
import { judgeTold } from '$lib/domain/eligibility/judge-told';
import type { Told } from '$lib/domain/household/told';
import { noticePhase } from '$lib/domain/notice/phase';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { agreedRent2026 } from '$lib/domain/ruleset/sets/agreed-rent-2026';
import { disabled2026 } from '$lib/domain/ruleset/sets/disabled-2026';
import { sap2025 } from '$lib/domain/ruleset/sets/sap-2025';
import { temporary2026 } from '$lib/domain/ruleset/sets/temporary-2026';
import { scoreTold } from '$lib/domain/scoring/score-told';
import type { Database } from '$lib/server/schema';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { listNotices } from '$lib/server/notices/notices/repository';

/** Rule sets that the check judges even while no notice has them. */
const standing: readonly RuleSet[] = [agreedRent2026, sap2025, disabled2026, temporary2026];

/** The notices of the agency's own that take requests at `now`, and the standing rule sets that none of them has. */
export async function rulesToCheck(db: Kysely<Database>, now: Instant) {
	const open = (await listNotices(db)).filter(
		(notice) => notice.source === 'own' && noticePhase(notice, now) === 'open'
	);
	const others = standing.filter(({ id }) => open.every(({ rules }) => rules.id !== id));
	return { open, others, rules: [...open.map(({ rules }) => rules), ...others] };
}

type Checked = ReturnType<typeof judge>;

/** Judges the given answers for every open notice and, apart, for the other ways to a home. It writes nothing. */
export async function checkHousehold(db: Kysely<Database>, told: Told, now: Instant) {
	const { open, others } = await rulesToCheck(db, now);
	const notices = [];
	for (const { id, title, closesAt, rules } of open) {
		const dwellings = await listNoticeDwellings(db, id);
		const fitting = dwellings.filter((dwelling) => fits(rules, dwelling.netAreaDm2, told)).length;
		const homes = { all: dwellings.length, fitting };
		notices.push({ id, title, closesAt, daysLeft: daysLeft(closesAt, now), homes, ...judge(told, rules, now) });
	}
	const elsewhere = others.map((rules) => judge(told, rules, now));
	return { notices, others: elsewhere, documents: together(notices.length > 0 ? notices : elsewhere) };
}

function judge(told: Told, rules: RuleSet, now: Instant) {
	const today = dayOf(now);
	const eligibility = judgeTold(told, rules, today);
	const { score, untold } = scoreTold(told, rules, today);
	const persons = told.members?.length ?? null;
	const sizes = persons === null ? null : { persons, ...sizesThatFit(rules, persons) };
	return { rules, eligibility, score, untold, sizes, documents: documentsFor(told, eligibility, score) };
}

const fits = (rules: RuleSet, netAreaDm2: number | null, { members }: Told) =>
	members !== undefined && adequacyOf(rules, netAreaDm2, members.length) === 'adequate';

function together(checked: readonly Checked[]): DocumentId[] {
	return documentIds.filter((id) => checked.some(({ documents }) => documents.includes(id)));
}
