import type { Transaction } from 'kysely';
import { conflictsOf } from '$lib/domain/accessibility/conflicts';
import { doubtsOf, type Doubt } from '$lib/domain/accessibility/doubts';
import { buildingFeatures, dwellingFeatures } from '$lib/domain/accessibility/features';
import { settleRoute, type Route } from '$lib/domain/accessibility/route';
import { currentFindings, type Finding, type Findings, type Provenance } from '$lib/domain/accessibility/survey';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { changedFields } from '$lib/domain/dwelling/promised-facts';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import * as edits from './edit-repository';
import { brokenPromises, codesByStage, draftsTouched, type NoticePromises, type Which } from './promises';
import * as dwellings from './repository';
import { hasSurvey, insertSurveys, listSurveys } from './survey-repository';
import { surveyRow, type Surveyed } from './survey-rows';

/**
 * The page that opens the form makes `id`, so that the same survey sent twice is one. Lengths in mm. `seen`: the values
 * that the form showed when the measuring began, so that values another person wrote meanwhile are not overwritten
 * unread. `sure`: by field, the measures that the portal asked about and the surveyor confirmed.
 */
export type NewSurvey = Provenance & {
	readonly id: string;
	readonly of: Surveyed;
	readonly findings: Findings;
	readonly seen?: Findings;
	readonly sure?: Readonly<Record<string, number>>;
};

/** The present value of a feature that another person wrote meanwhile. */
export type Conflict = { readonly feature: string; readonly stands: Finding | undefined };

export type SurveyProblem =
	| {
			ok: false;
			problem: 'not-allowed' | 'nothing-found' | 'not-a-feature' | 'day-missing' | 'in-the-future' | 'unknown';
	  }
	| { ok: false; problem: 'look-again'; doubts: readonly Doubt[]; conflicts: readonly Conflict[]; stands: Findings }
	| { ok: false; problem: 'promised'; fields: readonly string[]; notices: readonly string[] };

/**
 * Records a survey of a building or a dwelling. The record stays for ever, and its values become the current ones. A
 * value that an open notice promises is not changed; a value that was unknown can be added.
 */
export async function recordSurvey(
	trx: Transaction<Database>,
	survey: NewSurvey,
	promises: NoticePromises,
	by: Actor,
	now: Instant
): Promise<{ ok: true; id: string } | SurveyProblem> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	if (await hasSurvey(trx, survey.id)) return { ok: true, id: survey.id };
	const problem = problemOf(survey, now);
	if (problem) return { ok: false, problem };
	const write = 'buildingId' in survey.of ? onBuilding : onDwelling;
	const written = await write(trx, survey, promises, now);
	if (!written.ok) return written;
	const { findings } = written;
	await insertSurveys(trx, [surveyRow(survey.of, { ...survey, findings }, { by: by.id, at: now }, survey.id)]);
	const subject =
		'buildingId' in survey.of
			? ({ type: 'building', id: survey.of.buildingId } as const)
			: ({ type: 'dwelling', id: survey.of.dwellingId } as const);
	const detail = { survey: survey.id, how: survey.how, features: Object.keys(findings).join(' ') };
	record(trx, { event: `${subject.type}_surveyed`, by, subject, at: now, detail });
	return { ok: true, id: survey.id };
}

function problemOf({ of, findings, how, on }: NewSurvey, now: Instant) {
	const names = Object.keys(findings);
	const known = 'buildingId' in of ? { ...buildingFeatures, route: null } : dwellingFeatures;
	if (names.length === 0) return 'nothing-found' as const;
	if (!names.every((name) => Object.hasOwn(known, name))) return 'not-a-feature' as const;
	if (how === 'measured' && on === null) return 'day-missing' as const;
	return on !== null && on > dayOf(now) ? ('in-the-future' as const) : null;
}

/** A declared value does not replace a measured one. */
const lastOf = ({ how, on, surveyor }: Provenance) =>
	how === 'measured' ? { measuredOn: on, measuredBy: surveyor } : {};

async function onBuilding(trx: Transaction<Database>, survey: NewSurvey, promises: NoticePromises, now: Instant) {
	const id = 'buildingId' in survey.of ? survey.of.buildingId : '';
	await edits.holdBuilding(trx, id);
	const before = await dwellings.findBuilding(trx, { id });
	if (!before) return { ok: false as const, problem: 'unknown' as const };
	const after = settleRoute({ ...before, ...survey.findings, ...lastOf(survey) });
	const again = await lookAgain(trx, survey, before, { buildings: [id] });
	if (again) return again;
	const allowed = await keepPromises(trx, promises, before, after, { buildings: [id] });
	if (!allowed.ok) return allowed;
	await edits.updateBuilding(trx, after, now);
	await promises.placeAgain(trx, allowed.drafts);
	return { ok: true as const, findings: withRoute(survey.findings, after) };
}

/** The values that follow from a route are recorded with it. */
function withRoute(findings: Findings, after: { readonly route: Route | null } & object): Findings {
	if (after.route === null) return findings;
	const values = after as unknown as Findings;
	const follows = 'route' in findings ? ['stepFreeEntrance', 'entranceDoorMm'] : [];
	return Object.fromEntries(
		[...new Set([...Object.keys(findings), ...follows])].map((name) => [name, values[name] ?? null])
	);
}

async function onDwelling(trx: Transaction<Database>, survey: NewSurvey, promises: NoticePromises, now: Instant) {
	const id = 'dwellingId' in survey.of ? survey.of.dwellingId : '';
	await dwellings.hold(trx, id);
	const before = await edits.findRegistered(trx, id);
	if (!before) return { ok: false as const, problem: 'unknown' as const };
	const building = (await dwellings.findBuilding(trx, { id: before.buildingId }))!;
	const after = { ...before, ...survey.findings, ...lastOf(survey) };
	const again = await lookAgain(trx, survey, before, { dwellings: [id] });
	if (again) return again;
	const allowed = await keepPromises(trx, promises, before, after, { dwellings: [id] });
	if (!allowed.ok) return allowed;
	await edits.updateDwelling(trx, after, building, now);
	await promises.placeAgain(trx, allowed.drafts);
	return { ok: true as const, findings: survey.findings };
}

/**
 * The values that the surveyor must look at before the survey is written: unlikely measures, and values that another
 * person wrote meanwhile.
 */
async function lookAgain(
	trx: Transaction<Database>,
	{ findings, seen = {}, sure = {} }: NewSurvey,
	before: object,
	of: Parameters<typeof listSurveys>[1]
) {
	const values = before as unknown as Findings;
	const doubts = doubtsOf(findings, values).filter(({ field, value }) => sure[field] !== value);
	const touched = conflictsOf(findings, seen, values);
	if (doubts.length === 0 && touched.length === 0) return undefined;
	const surveys = [...(await listSurveys(trx, of)).values()].flat();
	const standing = currentFindings(surveys);
	const conflicts = touched.map((feature): Conflict => ({ feature, stands: standing.get(feature) }));
	const stands = Object.fromEntries(Object.keys(seen).map((name) => [name, values[name] ?? null]));
	return { ok: false as const, problem: 'look-again' as const, doubts, conflicts, stands };
}

async function keepPromises(
	trx: Transaction<Database>,
	promises: NoticePromises,
	before: object,
	after: object,
	which: Which
) {
	const changed = changedFields(before, after);
	const notices = await promises.hold(trx, which);
	const fields = brokenPromises(changed, before, notices);
	const { promised } = codesByStage(notices);
	if (fields.length > 0) return { ok: false as const, problem: 'promised' as const, fields, notices: promised };
	return { ok: true as const, drafts: draftsTouched(changed, notices) };
}
