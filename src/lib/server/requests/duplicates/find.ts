import { createHash } from 'node:crypto';
import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Cluster } from '$lib/domain/duplicates/find-clusters';
import { newId } from '$lib/server/ids';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import type { Database } from '$lib/server/schema';
import * as repository from './find-repository';
import { duplicatesJob } from './job';
import { readTold } from './read-told';
import { deleteClusters, listEmptied } from './repository';
import { readStamp } from './told-repository';

/** What was there when this process last looked; nothing changed since where the stamp is the same. */
const seen = new WeakMap<AppDatabase, Awaited<ReturnType<typeof readStamp>>>();

/**
 * Finds people who may be one among all requests, and keeps what is new. Each cluster is written in a transaction of its own with
 * a few others: a run that is killed leaves whole clusters, and the next one goes on from there.
 */
export async function findDuplicates(database: AppDatabase, now: Instant): Promise<void> {
	const stamp = await readStamp(database.db);
	const last = seen.get(database);
	if (last?.outside === stamp.outside && last.found === stamp.found) return;
	const { ids, columns } = await readTold(database.db);
	const parts = await runInWorker(duplicatesJob, columns);
	const before = await readOpen(database.db);
	for (const part of parts) {
		const found = (JSON.parse(part) as Cluster[]).map((one) => identified(one, ids));
		const changed = found.filter(({ key, digest }) => before.get(key)?.digest !== digest);
		if (changed.length > 0) await database.transact((trx) => writePart(trx, changed, before, now));
		for (const { key } of found) before.delete(key);
		await letOthersPass();
	}
	const gone = [...before.values()];
	for (let from = 0; from < gone.length; from += BATCH)
		await database.transact(async (trx) => {
			for (const one of gone.slice(from, from + BATCH)) await repository.deleteOpen(trx, one);
		});
	await database.transact(async (trx) => deleteClusters(trx, await listEmptied(trx)));
	// What others wrote meanwhile may have been missed: only what this run wrote itself is taken as seen.
	seen.set(database, { outside: stamp.outside, found: (await readStamp(database.db)).found });
}

const BATCH = 250;

type Open = Awaited<ReturnType<typeof repository.listOpenAfter>>[number];

const keyOf = (kind: string, firstPerson: string) => `${kind} ${firstPerson}`;

async function readOpen(db: Kysely<Database>): Promise<Map<string, Open>> {
	const open = new Map<string, Open>();
	for (let after = ''; ;) {
		const rows = await repository.listOpenAfter(db, after, BATCH);
		for (const row of rows) open.set(keyOf(row.kind, row.firstPerson), row);
		if (rows.length < BATCH) return open;
		after = rows.at(-1)!.id;
		await letOthersPass();
	}
}

type Found = ReturnType<typeof identified>;

function identified({ kind, persons, evidence }: Cluster, ids: readonly string[]) {
	const people = persons.map((person, index) => ({ id: ids[person]!, evidence: JSON.stringify(evidence[index]) }));
	const digest = createHash('sha256').update(JSON.stringify(people)).digest('hex');
	const kinds = JSON.stringify([...new Set(evidence.flatMap((one) => Object.keys(one)))]);
	return { key: keyOf(kind, people[0]!.id), kind, people, digest, kinds };
}

/** Writes new and changed clusters, and their people in short turns: a cluster can have thousands. */
async function writePart(
	trx: Transaction<Database>,
	changed: readonly Found[],
	before: ReadonlyMap<string, Open>,
	now: Instant
): Promise<void> {
	const told = changed.map((found) => ({
		...found,
		known: before.get(found.key),
		id: before.get(found.key)?.id ?? newId()
	}));
	const rows = told
		.filter(({ known }) => known === undefined)
		.map(({ id, kind, people, digest, kinds }) => ({
			...{ id, kind, digest, first_person: people[0]!.id, evidence: kinds, found_at: now }
		}));
	const written = new Set(await repository.insertClusters(trx, rows));
	for (const { id, known, digest, kinds } of told)
		if (known && (await repository.changeCluster(trx, known, { digest, evidence: kinds }))) written.add(id);
	const people = told
		.filter(({ id }) => written.has(id))
		.flatMap(({ id, people: all }) =>
			all.map((one) => ({ cluster_id: id, person_id: one.id, evidence: one.evidence }))
		);
	for (let from = 0; from < people.length; from += BATCH) {
		await repository.insertPersons(trx, people.slice(from, from + BATCH));
		await letOthersPass();
	}
}
