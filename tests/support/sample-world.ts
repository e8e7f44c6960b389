import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { quicknet, roundTime } from '$lib/domain/draw/drand';
import { sampleWork } from '$lib/server/desk/work-list/control-work';
import { newId } from '$lib/server/ids';
import type { Actor } from '$lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { drawByHand, keepDraw } from '$lib/server/requests/controls/draw-service';
import { readSamples } from '$lib/server/requests/controls/reading-service';
import { closeProposedSample, proposeSample, readPopulation } from '$lib/server/requests/controls/sample-service';
import { aClosedNotice, anAccount } from './builders/closed-notice';
import { aHousehold } from './builders/household';
import { openTestDatabase, type TestDatabase } from './database';

/** Round 1000 of quicknet was published on 23 August 2023 at 15:59:24 UTC. */
export const SIGNATURE =
	'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
export const SEED = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd';
export const OUT = roundTime(quicknet, 1000);
/** A confirmation at this instant names that round: it is the first ten minutes later. */
const CONFIRMED = '2023-08-23T15:49:22.000Z';
export const PROPOSED = '2023-08-23T15:00:00.000Z';
const shares = { ordinary: 40, raised: 50, high: 100 };

export let database: TestDatabase;
/** A second process on the same database. */
export let other: AppDatabase;
export let officer: Actor, colleague: Actor, nadia: Actor;
export let noticeId: string;

/** Gives each test of a file a closed notice with five requests: three of which no fact raises a risk, two with an ISEE at the limit. */
export function useSampleWorld(): void {
	beforeAll(async () => {
		database = await openTestDatabase();
		other = createDatabase(database.url);
		officer = await anAccount(database, 'officer', 'Franca Riva');
		colleague = await anAccount(database, 'officer', 'Paolo Neri');
	});
	afterAll(async () => {
		await other.close();
		await database.close();
	});
	beforeEach(async () => {
		nadia = await anAccount(database, 'applicant');
		const household = (at: number) => aHousehold(at > 3 ? { iseeCents: 3_900_000 } : {});
		const applications = [1, 2, 3, 4, 5].map((at) => ({
			...{ pseudonym: `${newId().slice(-8)}-${at}`, choices: [1], household: household(at) }
		}));
		const days = { opensAt: '2023-07-01T08:00:00.000Z', closesAt: '2023-08-20T21:59:59.999Z' };
		({ noticeId } = await aClosedNotice(database, { applications, ...days }));
	});
}

export async function propose({ id = newId(), by = officer, now = PROPOSED, on = database as AppDatabase } = {}) {
	const population = await readPopulation(database.db, noticeId, by, now);
	return on.transact((trx) => proposeSample(trx, { id, noticeId, shares }, population, by, now));
}
export const close = (
	id: string,
	by = colleague,
	outcome: 'confirmed' | 'dropped' = 'confirmed',
	on: AppDatabase = database
) => on.transact((trx) => closeProposedSample(trx, { id, noticeId, outcome }, by, CONFIRMED));
export async function confirmed() {
	const id = newId();
	expect(await propose({ id })).toEqual({ ok: true });
	expect(await close(id)).toEqual({ ok: true });
	return id;
}
export async function draw(id: string, { by = officer, now = OUT, on = database as AppDatabase } = {}) {
	const drawing = await drawByHand(database.db, id, SIGNATURE);
	return on.transact((trx) => keepDraw(trx, { id, noticeId, drawing }, by, now));
}
export const shown = async (by = officer) => (await readSamples(database.db, noticeId, by, OUT))!;
export const drawnIds = async () => (await shown()).samples[0]!.controls!.requests.map(({ id }) => id);
/** The work that the samples of this notice wait for. */
export const waits = async () =>
	(await sampleWork(database.db, OUT)).filter(({ params }) => params.id === noticeId).map(({ kind }) => kind);
