import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noHealthFacts } from '../../src/lib/domain/accessibility/needs';
import { agency2026 } from '../../src/lib/domain/ruleset/sets/agency-2026';
import { insertAll } from '../../src/lib/server/demo/repository';
import { newId } from '../../src/lib/server/ids';
import { matchKeys } from '../../src/lib/server/people/persons/match-keys';
import { createDatabase, type AppDatabase } from '../../src/lib/server/platform/db/database';
import { migrateToLatest } from '../../src/lib/server/platform/db/migrate';
import { createDataKey, type DataKey } from '../../src/lib/server/platform/secrets/data-key';
import { needsPlace } from '../../src/lib/server/platform/secrets/places';
import { sealPerson } from '../../src/lib/server/people/persons/stored-facts';
import { seal } from '../../src/lib/server/platform/secrets/seal';
import type { Actor } from '../../src/lib/server/platform/auth/actor';
import { listClusters } from '../../src/lib/server/requests/duplicates/reading-service';
import { findDuplicates } from '../../src/lib/server/requests/duplicates/find';
import { startPostgres } from '../support/postgres-server';
import { aHousehold } from '../support/builders/household';
import { aPerson } from '../support/builders/person';
import { withLongestTurn } from './longest-turn';

/**
 * The search for people who may be one, over 25,000 and 250,000 synthetic people of five to a household, on both databases: how long
 * it took, and the longest time that other requests of the same process waited. One household in fifty is told twice, 5,000 people
 * share one phone, and 5,000 more one name and birth date. Then how long the first page of each list takes. Numbers are printed
 * and never asserted; the aims are a wait of 50 ms, and a list that grows by 1.3 at most.
 */
const SIZES = [25_000, 250_000] as const;
const NOW = '2026-11-22T09:00:00.000Z';
const EACH = 5;
const RUNS = 21;
const EQUAL = 5_000;
const NOTICE = 'notice-0';

process.env['CHIAVI_DEMO'] = '1';

const given = ['Anna', 'Omar', 'Łucja', 'Оксана', 'Nadia', 'Wei', 'Fatima', 'José', 'Ugo', 'Ion'];
/** A name of letters that hardly another number has, in whatever order. */
const family = (n: number) =>
	Array.from({ length: 9 }, (_, at) =>
		String.fromCharCode(97 + ((((n + 1) * 2_654_435_761 * (at + 7)) >>> 5) % 26))
	).join('');
const dayOf = (n: number) => `${1930 + (n % 90)}-0${1 + (n % 9)}-${10 + (n % 19)}`;

/** Who stands at a place; the last household of fifty tells the one before it again. */
function personAt(household: number, place: number) {
	const told = household % 50 === 49 ? household - 1 : household;
	const equal = place === 0 && household >= 1_000 && household < 1_000 + EQUAL;
	const desk = place === 0 && household % 10 === 3 && household < 10 * EQUAL;
	const names = equal
		? { givenName: 'Mario', familyName: 'Rossi' }
		: { givenName: given[(told + place) % 10]!, familyName: family(told) };
	const born = equal ? '1980-01-01' : dayOf(told * 7 + place * 13);
	return { ...names, taxCode: '', phone: desk ? '+39 02 1234567' : '', born };
}

/** The rows of one household, sealed as the portal seals them: the lists open who is protected. */
function householdRows(household: number, key: DataKey) {
	const [account, request] = [newId(), newId()];
	const people = Array.from({ length: EACH }, (_, place) => ({ ...personAt(household, place), place, id: newId() }));
	const others = people.filter(({ place }) => place > 0);
	return {
		account: {
			...{ id: account, email: `${account}@chiavi.example`, name: 'P', role: 'applicant' as const },
			...{ password_hash: '-', created_at: NOW }
		},
		persons: people.map((one) => personRow(one, account, key)),
		request: {
			...{ id: request, notice_id: NOTICE, account_id: account, pseudonym: `P-${household}`, choices: '[]' },
			...{ protocol: `2026-${household}`, facts: factsOf(people), data_key_id: key.id, synthetic: 1 },
			needs_sealed: seal(key.key, needsPlace(request), noHealthFacts),
			...{ receipt_leaf: '-', receipt_salt: '-', submitted_at: NOW, ended_at: null }
		},
		places: others.map(({ id, place }) => ({ request_id: request, member: `m${place + 1}`, person_id: id }))
	};
}

type Told = ReturnType<typeof personAt> & { readonly id: string; readonly place: number };

const personRow = ({ id, place, born: _, ...told }: Told, account: string, { id: keyId, key }: DataKey) => ({
	...{ id, account_id: place === 0 ? account : null, data_key_id: keyId, revision: 0 },
	facts_sealed: sealPerson(key, id, aPerson(told)),
	...{ tax_code_hash: null, created_at: NOW, updated_at: NOW, synthetic: 1 },
	...{ names_indexed: 1, match_keys: matchKeys(told) }
});

function factsOf(people: readonly Told[]): string {
	const members = people.map(({ place, born }) => {
		return { id: `m${place + 1}`, relation: place === 0 ? 'applicant' : 'child', birthDate: born };
	});
	return JSON.stringify({ ...aHousehold(), members });
}

async function grow({ transact }: AppDatabase, from: number, to: number): Promise<void> {
	for (let first = from; first < to; first += 1_000)
		await transact(async (trx) => {
			const dataKey = await createDataKey(trx, NOW);
			const some = Array.from({ length: Math.min(to - first, 1_000) }, (_, n) => householdRows(first + n, dataKey));
			await insertAll(trx, {
				accounts: some.map(({ account }) => account),
				persons: some.flatMap(({ persons }) => persons),
				applications: some.map(({ request }) => request),
				household_persons: some.flatMap(({ places }) => places)
			});
		});
}

async function begin({ db, transact }: AppDatabase): Promise<void> {
	await migrateToLatest(db);
	const texts = { title_it: 'Prova', title_en: 'Test', summary_it: '', summary_en: '', rule_set_hash: '00' };
	const notice = {
		...{ id: NOTICE, code: NOTICE, source: 'own' as const, ...texts, beacon_source: '', synthetic: 1, created_at: NOW },
		...{ rule_set_id: agency2026.id, rule_set: JSON.stringify(agency2026), max_choices: 5, offer_days: 10 },
		...{ opens_at: '2026-10-01T08:00:00.000Z', closes_at: '2026-11-21T22:59:59.999Z' }
	};
	await transact((trx) => insertAll(trx, { notices: [notice] }));
}

async function searched(what: string, database: AppDatabase): Promise<void> {
	const { total, longest } = await withLongestTurn(() => findDuplicates(database, NOW));
	const { count } = await database.db
		.selectFrom('duplicate_clusters')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	process.stdout.write(`${what}: ${count} clusters in ${total} ms; others waited ${longest} ms at most\n`);
}

const officer: Actor = { id: 'officer', role: 'officer', name: 'O', organisationId: null, demo: true };

/** The fastest of several readings of each list, in milliseconds: what else the machine does only adds to it. */
async function listed(what: string, { db }: AppDatabase): Promise<void> {
	for (const view of ['people', 'phone'] as const) {
		const times: number[] = [];
		for (let run = 0; run < RUNS; run++) {
			const started = performance.now();
			await listClusters(db, { view, after: '' }, officer);
			times.push(performance.now() - started);
		}
		process.stdout.write(`${what}, list of ${view}: ${Math.min(...times).toFixed(1)} ms\n`);
	}
}

let saves = 0;

/** Moves the stamp by which the search knows that something is new. */
async function somebodySaves({ transact }: AppDatabase): Promise<void> {
	saves += 1;
	const at = `${2100 + saves}-01-01T00:00:00.000Z`;
	await transact(async (trx) => {
		const { id } = await trx.selectFrom('persons').select('id').limit(1).executeTakeFirstOrThrow();
		await trx.updateTable('persons').set({ updated_at: at }).where('id', '=', id).execute();
	});
}

async function measure(name: string, url: string): Promise<void> {
	const database = createDatabase(url);
	try {
		await begin(database);
		let had = 0;
		for (const size of SIZES) {
			await grow(database, had, size / EACH);
			had = size / EACH;
			await somebodySaves(database);
			await searched(`${name}, ${size} people, first search`, database);
			await somebodySaves(database);
			await searched(`${name}, ${size} people, nothing new`, database);
			await listed(`${name}, ${size} people`, database);
		}
	} finally {
		await database.close();
	}
}

const folder = mkdtempSync(join(tmpdir(), 'chiavi-bench-'));
try {
	await measure('sqlite', `sqlite:${join(folder, 'bench.db')}`);
	const server = await startPostgres();
	try {
		await measure('postgres', server.url);
	} finally {
		await server.stop();
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
