import type { Kysely, Transaction } from 'kysely';
import { flatDoubts, type FlatDoubt } from '$lib/domain/plausibility/flat-rules';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { buildingRow, dwellingRow, type NewBuilding, type NewDwelling } from './register';
import * as dwellings from './repository';
import { insertSurveys } from './survey-repository';
import { surveysOf } from './survey-rows';

const notAllowed = { ok: false, problem: 'not-allowed' } as const;

type Doubtful = { ok: false; problem: 'doubtful'; doubts: readonly FlatDoubt[] };

/**
 * Puts a building in the register. The same form sent twice (same id) finds the first. `sure`: the doubts that were said
 * to be right.
 */
export async function registerBuilding(
	trx: Transaction<Database>,
	building: Omit<NewBuilding, 'route'>,
	by: Actor,
	now: Instant,
	sure: readonly string[] = []
): Promise<{ ok: true; id: string } | { ok: false; problem: 'not-allowed' | 'building-code-taken' } | Doubtful> {
	if (!allows(by, 'officer', 'manager')) return notAllowed;
	if (await dwellings.findBuilding(trx, { id: building.id })) return { ok: true, id: building.id };
	if (await dwellings.findBuilding(trx, { code: building.code })) return { ok: false, problem: 'building-code-taken' };
	const { floors, builtYear, measuredOn } = building;
	const doubts = flatDoubts({ floors, builtYear, measuredOn }, dayOf(now), sure);
	if (doubts.length > 0) return { ok: false, problem: 'doubtful', doubts };
	await dwellings.insertBuildings(trx, [buildingRow(building, now, by)]);
	await insertSurveys(trx, surveysOf({ buildingId: building.id }, null, building, { by: by.id, at: now }));
	const subject = { type: 'building', id: building.id } as const;
	record(trx, { event: 'building_registered', by, subject, at: now, detail: { code: building.code } });
	return { ok: true, id: building.id };
}

/** Puts a dwelling in the register; one of the programme is identified from this moment. `sure`: as for a building. */
export async function registerDwelling(
	trx: Transaction<Database>,
	{ buildingCode, ...dwelling }: NewDwelling & { readonly buildingCode: string },
	by: Actor,
	now: Instant,
	sure: readonly string[] = []
): Promise<
	| { ok: true; id: string }
	| { ok: false; problem: 'not-allowed' | 'building-unknown' | 'dwelling-code-taken' }
	| Doubtful
> {
	if (!allows(by, 'officer', 'manager')) return notAllowed;
	if (await dwellings.findBy(trx, { id: dwelling.id })) return { ok: true, id: dwelling.id };
	if (await dwellings.findBy(trx, { code: dwelling.code })) return { ok: false, problem: 'dwelling-code-taken' };
	const building = await dwellings.findBuilding(trx, { code: buildingCode });
	if (!building) return { ok: false, problem: 'building-unknown' };
	const doubts = flatDoubts({ ...dwelling, floors: building.floors }, dayOf(now), sure);
	if (doubts.length > 0) return { ok: false, problem: 'doubtful', doubts };
	await dwellings.insertDwellings(trx, [dwellingRow(dwelling, building, now, by)]);
	await insertSurveys(trx, surveysOf({ dwellingId: dwelling.id }, null, dwelling, { by: by.id, at: now }));
	if (dwelling.operationId !== null) await dwellings.identify(trx, dwelling.id, by.id, now);
	const subject = { type: 'dwelling', id: dwelling.id } as const;
	record(trx, { event: 'dwelling_registered', by, subject, at: now, detail: { code: dwelling.code } });
	return { ok: true, id: dwelling.id };
}

/** The names that a form or a file may use: owners, operations, and days up to today. */
export async function registerChoices(db: Kysely<Database>, now: Instant) {
	const { owners, operations } = await dwellings.choices(db);
	return { owners, operations, today: dayOf(now) };
}
