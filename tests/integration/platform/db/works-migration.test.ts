import { Migrator, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrateToLatest, migrations } from '$lib/server/platform/db/migrate';
import { dropEverything } from '$lib/server/demo/repository';
import { confirmCertificate } from '$lib/server/homes/works/service';
import { listCertificates } from '$lib/server/homes/works/repository';
import { programmeOverview } from '$lib/server/programme/operations/service';
import { anActor, anOperation, anOwner, theTarget } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';

const BEFORE = '0026_removals';
const now = '2026-11-01T09:00:00.000Z';

let database: TestDatabase;
beforeEach(async () => {
	database = await openTestDatabase();
	await dropEverything(database);
	const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => migrations } });
	expect((await migrator.migrateTo(BEFORE)).error).toBeUndefined();
});
afterEach(() => database.close());

/** A dwelling of before, with its events: name, instant, and who recorded it with which document, or which source says it. */
async function aHome(id: string, synthetic: 0 | 1, events: readonly (readonly [string, string, object?])[]) {
	const { db } = database;
	await sql`insert into dwellings (id, code, building_id, owner_id, operation_id, erp, net_area_dm2, search, synthetic,
			created_at)
		select ${id}, ${id}, 'b1', min(o.id), 'disabilita', 0, 6200, '', ${synthetic}, '2026-01-10T09:00:00.000Z'
		from organisations o`.execute(db);
	for (const [event, at, by] of events) {
		const { account = null, document = null, signer = null, source = null } = { ...by } as Record<string, string>;
		await sql`insert into dwelling_events (id, dwelling_id, event, at, account_id, document, signed_by, source)
			values (${`${id}-${event}`}, ${id}, ${event}, ${at}, ${account}, ${document}, ${signer}, ${source})`.execute(db);
	}
}

test('a certificate of one person becomes a proposal; a source’s report a declaration; nothing is lost', async () => {
	const { db, transact } = database;
	await anOwner(db);
	await anOperation(db);
	await theTarget(db);
	const officer = await anActor(db, 'officer', 'Carla Neri');
	const manager = await anActor(db, 'manager', 'Ugo Riva');
	await sql`insert into buildings (id, code, municipality, synthetic, created_at)
		values ('b1', 'B1', 'Milano', 0, '2026-01-10T09:00:00.000Z')`.execute(db);
	const by = { account: officer.id, document: 'CRE 7/2026', signer: 'ing. A. Villa' };
	const works = [
		['identified', '2026-01-11T09:00:00.000Z', by],
		['works_planned', '2026-01-12T09:00:00.000Z', by],
		['works_started', '2026-02-01T09:00:00.000Z', by],
		['works_done', '2026-05-01T09:00:00.000Z', by]
	] as const;
	// Half past midnight of 1 June in Milan is still 31 May in universal time.
	await aHome('ONE-PERSON', 0, [...works, ['certified', '2026-05-31T22:30:00.000Z', by]]);
	await aHome('DEMO', 1, [...works, ['certified', '2026-06-01T09:00:00.000Z', by]]);
	await aHome('DECLARED', 0, [['certified', '2018-06-05T10:00:00.000Z', { source: 'stampa-2018' }]]);
	await aHome('LEFT', 0, [works[0], ['withdrawn', '2026-03-01T09:00:00.000Z', by]]);
	await migrateToLatest(db);

	expect((await programmeOverview(db, now)).proofs).toEqual({ certified: 0, declared: 1, demo: 1 });
	const [proposed] = await listCertificates(db, 'ONE-PERSON');
	expect(proposed).toMatchObject({ number: 'CRE 7/2026', on: '2026-06-01', floorAreaDm2: 6200, confirmed: null });
	expect(proposed!.proposed).toMatchObject({ accountId: officer.id });
	const events = await sql<{ event: string }>`select event from work_events e join works w on w.id = e.work_id
		where w.dwelling_id = 'ONE-PERSON' order by at`.execute(db);
	expect(events.rows.map(({ event }) => event)).toEqual(['planned', 'started', 'done']);
	const kept = await sql<{ what: string }>`select dwelling_id || ' ' || event as what from dwelling_events
		order by dwelling_id, at`.execute(db);
	expect(kept.rows.map(({ what }) => what)).toEqual([
		'DECLARED declared',
		'DEMO identified',
		'LEFT identified',
		'LEFT withdrawn',
		'ONE-PERSON identified'
	]);

	const confirm = (actor: typeof officer) => transact((trx) => confirmCertificate(trx, proposed!.id, actor, now));
	expect(await confirm(officer)).toMatchObject({ problem: 'same-person' });
	expect((await confirm(manager)).ok).toBe(true);
	expect((await programmeOverview(db, now)).proofs).toMatchObject({ certified: 1 });
});
