import type { Transaction } from 'kysely';
import type { SurveyPart } from '$lib/domain/accessibility/survey-groups';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import * as edits from '$lib/server/homes/dwellings/edit-repository';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import type { Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import type { Prepared } from './prepare';
import * as photographs from './repository';

/** Photographs of one building or dwelling. */
const MOST = 60;

/** The device that takes the photograph makes `id`, so that the same photograph sent twice is one. */
export type NewPhotograph = Prepared & {
	readonly id: string;
	readonly of: Surveyed;
	readonly part: SurveyPart;
	readonly takenOn: Day;
};

export type PhotographProblem = 'not-allowed' | 'unknown' | 'too-many' | 'in-the-future';
type Answer = { ok: true; id: string } | { ok: false; problem: PhotographProblem };

const subjectOf = (of: Surveyed) =>
	'buildingId' in of
		? ({ type: 'building', id: of.buildingId } as const)
		: ({ type: 'dwelling', id: of.dwellingId } as const);

/** Keeps a photograph with what it shows; for the staff only. */
export async function keepPhotograph(
	trx: Transaction<Database>,
	{ id, of, part, takenOn, ...picture }: NewPhotograph,
	by: Actor,
	now: Instant
): Promise<Answer> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	if (takenOn > dayOf(now)) return { ok: false, problem: 'in-the-future' };
	if (!(await holdSurveyed(trx, of))) return { ok: false, problem: 'unknown' };
	if (await photographs.findPhotograph(trx, id)) return { ok: true, id };
	if ((await photographs.countPhotographs(trx, of)) >= MOST) return { ok: false, problem: 'too-many' };
	await photographs.insertPhotograph(trx, {
		...picture,
		id,
		building_id: 'buildingId' in of ? of.buildingId : null,
		dwelling_id: 'dwellingId' in of ? of.dwellingId : null,
		part,
		taken_on: takenOn,
		account_id: by.id,
		recorded_at: now
	});
	record(trx, { event: 'photograph_kept', by, subject: subjectOf(of), at: now, detail: { photograph: id, part } });
	return { ok: true, id };
}

/** One after the other: two photographs sent at once do not pass the limit together. */
async function holdSurveyed(trx: Transaction<Database>, of: Surveyed): Promise<boolean> {
	if ('buildingId' in of) {
		await edits.holdBuilding(trx, of.buildingId);
		return (await dwellings.findBuilding(trx, { id: of.buildingId })) !== undefined;
	}
	await dwellings.hold(trx, of.dwellingId);
	return (await dwellings.findBy(trx, { id: of.dwellingId })) !== undefined;
}

/**
 * Erases a photograph for good, for instance where it shows a person or their things. Erasing it twice does nothing
 * more.
 */
export async function erasePhotograph(
	trx: Transaction<Database>,
	id: string,
	of: Surveyed,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: PhotographProblem }> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	const found = await photographs.findPhotograph(trx, id);
	if (!found) return { ok: true };
	const subject = subjectOf(of);
	if ((found.building_id ?? found.dwelling_id) !== subject.id) return { ok: false, problem: 'unknown' };
	await photographs.deletePhotograph(trx, id);
	record(trx, { event: 'photograph_erased', by, subject, at: now, detail: { photograph: id, part: found.part } });
	return { ok: true };
}

/** The photographs of a building or a dwelling, the oldest first. */
export const photographsOf = photographs.listPhotographs;

/** Its bytes, JPEG; undefined when there is none. */
export const photographBytes = photographs.readBytes;
