import type { Kysely, Transaction } from 'kysely';
import { settleRoute } from '$lib/domain/accessibility/route';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { newFlatDoubts, type FlatDoubt } from '$lib/domain/plausibility/flat-rules';
import type { Building } from '$lib/domain/dwelling/dwelling';
import { changedFields } from '$lib/domain/dwelling/promised-facts';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { frozenFields, moveWorks } from '$lib/server/homes/works/repository';
import * as edits from './edit-repository';
import { brokenPromises, codesByStage, draftsTouched, type NoticePromises } from './promises';
import type { KnownDwelling, NewBuilding, NewDwelling } from './register';
import * as dwellings from './repository';
import { insertSurveys } from './survey-repository';
import { surveysOf } from './survey-rows';
import { versionOf } from './version';

/**
 * `promised`: an open notice promises other values of these fields, and households chose by them. `certified`: a
 * certificate of works, or a source's declaration, attests them; two persons void it first.
 */
export type EditProblem =
	| { ok: false; problem: 'not-allowed' | 'dwelling-unknown' | 'building-unknown' | 'stale' }
	| { ok: false; problem: 'promised'; fields: readonly string[]; notices: readonly string[] }
	| { ok: false; problem: 'doubtful'; doubts: readonly FlatDoubt[] }
	| { ok: false; problem: 'certified'; fields: readonly string[] };
export type EditResult = { ok: true; id: string } | EditProblem;

type DwellingEdit = Omit<NewDwelling, 'code'> & { readonly buildingCode: string; readonly version: string };
type BuildingEdit = Omit<NewBuilding, 'code' | 'route'> & { readonly version: string };

/** What the form of a dwelling starts from; undefined when there is none. */
export async function dwellingToEdit(db: Kysely<Database>, id: string, promises: NoticePromises) {
	const facts = await edits.findRegistered(db, id);
	if (!facts) return undefined;
	const building = (await dwellings.findBuilding(db, { id: facts.buildingId }))!;
	const notices = await promises.list(db, { dwellings: [id] });
	return { facts: { ...facts, buildingCode: building.code }, version: versionOf(facts), ...codesByStage(notices) };
}

/** The same for a building: the notices are those of all its dwellings. */
export async function buildingToEdit(db: Kysely<Database>, id: string, promises: NoticePromises) {
	const facts = await dwellings.findBuilding(db, { id });
	if (!facts) return undefined;
	const notices = await promises.list(db, { buildings: [id] });
	return { facts, version: versionOf(facts), ...codesByStage(notices) };
}

/**
 * Changes what the register knows of a dwelling, unless somebody else did since `version`. `sure`: the doubts that were
 * said to be right. What was doubtful before the change is not asked again.
 */
export async function changeDwelling(
	trx: Transaction<Database>,
	{ buildingCode, version, ...given }: DwellingEdit,
	promises: NoticePromises,
	by: Actor,
	now: Instant,
	sure: readonly string[] = []
): Promise<EditResult> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await dwellings.hold(trx, given.id);
	const before = await edits.findRegistered(trx, given.id);
	if (!before) return { ok: false, problem: 'dwelling-unknown' };
	const building = await dwellings.findBuilding(trx, { code: buildingCode });
	const after: KnownDwelling = { ...before, ...given, buildingId: building?.id ?? '' };
	const changed = changedFields(before, after);
	// A second click finds its own change and does nothing more.
	if (changed.length === 0) return { ok: true, id: given.id };
	if (versionOf(before) !== version) return { ok: false, problem: 'stale' };
	if (!building) return { ok: false, problem: 'building-unknown' };
	const notices = await promises.hold(trx, { dwellings: [given.id] });
	const fields = brokenPromises(changed, before, notices);
	if (fields.length > 0) return { ok: false, problem: 'promised', fields, notices: codesByStage(notices).promised };
	const unsure = await unsureOfChange(trx, before, after, building.floors, dayOf(now), sure);
	if (unsure) return unsure;
	await writeChange(trx, before, after, building, { by: by.id, at: now });
	await promises.placeAgain(trx, draftsTouched(changed, notices));
	const detail = beforeAndAfter(changed, before, after);
	record(trx, { event: 'dwelling_changed', by, subject: { type: 'dwelling', id: given.id }, at: now, detail });
	return { ok: true, id: given.id };
}

async function writeChange(
	trx: Transaction<Database>,
	before: KnownDwelling,
	after: KnownDwelling,
	building: Building,
	{ by, at }: { readonly by: string; readonly at: Instant }
): Promise<void> {
	await edits.updateDwelling(trx, after, building, at);
	await insertSurveys(trx, surveysOf({ dwellingId: after.id }, before, after, { by, at }));
	await followOperation(trx, before, after, by, at);
}

/** What a change of a dwelling takes from a certificate, or makes doubtful, its building included. */
async function unsureOfChange(
	trx: Transaction<Database>,
	before: KnownDwelling,
	after: KnownDwelling,
	floors: number | null,
	today: Day,
	sure: readonly string[]
): Promise<EditProblem | null> {
	const frozen = await frozenAmong(trx, after.id, changedFields(before, after));
	if (frozen) return frozen;
	const old = await dwellings.findBuilding(trx, { id: before.buildingId });
	const doubts = newFlatDoubts({ ...before, floors: old?.floors }, { ...after, floors }, today, sure);
	return doubts.length > 0 ? { ok: false, problem: 'doubtful', doubts } : null;
}

/** Changes what the register knows of a building, unless somebody else did since `version`. */
export async function changeBuilding(
	trx: Transaction<Database>,
	{ version, ...given }: BuildingEdit,
	promises: NoticePromises,
	by: Actor,
	now: Instant,
	sure: readonly string[] = []
): Promise<EditResult> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	await edits.holdBuilding(trx, given.id);
	const before = await dwellings.findBuilding(trx, { id: given.id });
	if (!before) return { ok: false, problem: 'building-unknown' };
	const after = settleRoute({ ...before, ...given });
	const changed = changedFields(before, after);
	if (changed.length === 0) return { ok: true, id: given.id };
	if (versionOf(before) !== version) return { ok: false, problem: 'stale' };
	const notices = await promises.hold(trx, { buildings: [given.id] });
	const fields = brokenPromises(changed, before, notices);
	if (fields.length > 0) return { ok: false, problem: 'promised', fields, notices: codesByStage(notices).promised };
	const floor = await edits.highestFloor(trx, given.id);
	const doubts = newFlatDoubts({ ...before, floor }, { ...after, floor }, dayOf(now), sure);
	if (doubts.length > 0) return { ok: false, problem: 'doubtful', doubts };
	await edits.updateBuilding(trx, after, now);
	await insertSurveys(trx, surveysOf({ buildingId: given.id }, before, after, { by: by.id, at: now }));
	await promises.placeAgain(trx, draftsTouched(changed, notices));
	const subject = { type: 'building', id: given.id } as const;
	record(trx, { event: 'building_changed', by, subject, at: now, detail: beforeAndAfter(changed, before, after) });
	return { ok: true, id: given.id };
}

/** A change of what a certificate attests, or a source declares; null where there is none. */
async function frozenAmong(
	trx: Transaction<Database>,
	id: string,
	changed: readonly string[]
): Promise<EditProblem | null> {
	const attested = (await frozenFields(trx, [id])).get(id) ?? [];
	const fields = changed.filter((field) => attested.includes(field));
	return fields.length > 0 ? { ok: false, problem: 'certified', fields } : null;
}

/** The works move with the home to another operation. A home that enters the programme is identified from today. */
async function followOperation(
	trx: Transaction<Database>,
	before: KnownDwelling,
	after: KnownDwelling,
	by: string,
	now: Instant
): Promise<void> {
	if (before.operationId === after.operationId) return;
	await moveWorks(trx, after.id, after.operationId);
	if (before.operationId === null) await dwellings.identify(trx, after.id, by, now);
}

type Value = string | number | boolean | null;

/** Each changed field as it was and as it is, for the audit log. */
function beforeAndAfter(changed: readonly string[], before: object, after: object): Record<string, Value> {
	const [old, now] = [before as Record<string, Value>, after as Record<string, Value>];
	return Object.fromEntries(
		changed.flatMap((field) => [
			[`${field}_before`, old[field] ?? null],
			[`${field}_after`, now[field] ?? null]
		])
	);
}
