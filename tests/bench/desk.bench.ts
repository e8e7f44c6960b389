import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Insertable } from 'kysely';
import { agency2026 } from '../../src/lib/domain/ruleset/sets/agency-2026';
import { insertAll } from '../../src/lib/server/demo/repository';
import { listStates, type RequestFilter } from '../../src/lib/server/desk/requests/filter';
import { allRequests, listRequests } from '../../src/lib/server/desk/requests/service';
import { searchDesk } from '../../src/lib/server/desk/search/service';
import { newId } from '../../src/lib/server/ids';
import { indexWaiting } from '../../src/lib/server/people/persons/name-index';
import type { Actor } from '../../src/lib/server/platform/auth/actor';
import { createDatabase, type AppDatabase } from '../../src/lib/server/platform/db/database';
import { migrateToLatest } from '../../src/lib/server/platform/db/migrate';
import { createDataKey, type DataKey } from '../../src/lib/server/platform/secrets/data-key';
import { seal } from '../../src/lib/server/platform/secrets/seal';
import { needsPlace } from '../../src/lib/server/platform/secrets/places';
import type { ApplicationsTable } from '../../src/lib/server/requests/applications/table';
import { namedPerson } from './named-people';
import { startPostgres } from '../support/postgres-server';
import { aHousehold, healthFacts } from '../support/builders/household';

/**
 * The pages of the office that must not grow with the portal: each with 15,000 requests, then with 250,000, on both
 * databases; the file of the list by request and by memory. Numbers are printed and never asserted; the aim for the growth of
 * a page is 1.3 at most.
 */
const SIZES = [15_000, 250_000] as const;
const NOW = '2026-11-22T09:00:00.000Z';
const RUNS = 21;
const NOTICES = ['notice-0', 'notice-1', 'notice-2'];

process.env['CHIAVI_DEMO'] = '1';
const facts = JSON.stringify(aHousehold());

/** A portal with `from` requests grows to `to`: over three notices, one in fifty ended, one in twenty-five to be rejected, so that each page is full in both sizes. */
async function grow({ transact }: AppDatabase, from: number, to: number): Promise<void> {
	for (let first = from; first < to; first += 5_000)
		await transact(async (trx) => {
			const key = await createDataKey(trx, NOW);
			const numbers = Array.from({ length: Math.min(5_000, to - first) }, (_, n) => first + n);
			const people = numbers.map((number) => namedPerson(number, key, NOW));
			const requests = numbers.map((number) => requestOf(number, key));
			await insertAll(trx, {
				accounts: people.map(({ account }) => account),
				persons: people.map(({ person }) => person),
				applications: requests,
				rejections: requests.filter((_, n) => n % 25 === 1).map(rejectionOf)
			});
		});
}

const requestOf = (number: number, key: DataKey): Insertable<ApplicationsTable> => {
	const id = newId();
	return {
		...{ id, notice_id: NOTICES[number % 3]!, account_id: `account-${number}`, pseudonym: codeOf(number), facts },
		...{ choices: '[]', protocol: `2026-${String(number).padStart(6, '0')}`, data_key_id: key.id },
		needs_sealed: seal(key.key, needsPlace(id), healthFacts()),
		...{ receipt_leaf: '-', receipt_salt: '-', synthetic: 1 },
		submitted_at: new Date(Date.parse('2026-10-02T08:00:00Z') + number * 1_000).toISOString(),
		ended_at: number % 50 === 7 ? NOW : null
	};
};

const rejectionOf = ({ id, notice_id }: Insertable<ApplicationsTable>, n: number) => ({
	...{ id: newId(), application_id: id, notice_id, reason: '-', notified_by: 'officer', notified_at: NOW },
	deadline: n % 2 === 0 ? '2026-11-21T22:59:59.999Z' : '2026-12-02T22:59:59.999Z'
});

/** A code of letters and figures, as requests have: the number to the base of 32. */
const codeOf = (number: number) => {
	const figures = number.toString(32).toUpperCase().replaceAll('0', 'Z').replaceAll('1', 'Y').padStart(8, 'X');
	return `${figures.slice(0, 4)}-${figures.slice(4)}`;
};

/** Makes the index of names as the job does. */
async function index(database: AppDatabase): Promise<void> {
	const started = performance.now();
	let count = 0;
	for (let batch = -1; batch !== 0; count += batch) batch = await indexWaiting(database);
	const each = ((performance.now() - started) * 1_000) / count;
	process.stdout.write(`  names of ${count} people indexed: ${each.toFixed(0)} µs each\n`);
}

const officer: Actor = { id: 'officer', role: 'officer', name: 'O', organisationId: null, demo: true };

/** By protocol and code, by a name that few, many and nobody has, by a name and a first name; each is of the smaller portal too. */
const terms = ['2026-000917', '917', codeOf(4_711), 'nadia rosetti', 'ros', 'rosetti', 'zzz', 'had ada', 'via prova'];

async function searches(database: AppDatabase): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	for (const term of terms) {
		const { persons } = (await searchDesk(database, term, officer, NOW))!;
		process.stdout.write(`  "${term}" finds ${persons.length} people\n`);
		found.set(`search "${term}"`, await fastest(() => searchDesk(database, term, officer, NOW)));
	}
	return found;
}

async function begin({ db, transact }: AppDatabase): Promise<void> {
	await migrateToLatest(db);
	const notice = {
		...{
			source: 'own' as const,
			title_it: 'Prova',
			title_en: 'Test',
			summary_it: '',
			summary_en: '',
			rule_set_hash: '00'
		},
		...{ rule_set_id: agency2026.id, rule_set: JSON.stringify(agency2026), max_choices: 5, offer_days: 10 },
		...{ opens_at: '2026-10-01T08:00:00.000Z', closes_at: '2026-11-21T22:59:59.999Z', beacon_source: '' },
		...{ synthetic: 1, created_at: NOW }
	} as const;
	await transact((trx) =>
		insertAll(trx, {
			accounts: [
				{ id: 'officer', email: 'o@chiavi.example', name: 'O', role: 'officer', password_hash: '-', created_at: NOW }
			],
			notices: NOTICES.map((id) => ({ ...notice, id, code: id }))
		})
	);
}

const filters: readonly RequestFilter[] = [
	{},
	...listStates.map((state) => ({ state })),
	...(['in', 'ended', 'rejection', 'decide'] as const).map((state) => ({ state, notice: NOTICES[1]! })),
	{ after: { key: '2026-10-02T09:00:00.000Z', id: '0' } }
];

/** The fastest of several runs, in milliseconds, after one that does not count: what else the machine does only adds to it. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run <= RUNS; run++) {
		const started = performance.now();
		await work();
		times.push(performance.now() - started);
	}
	return Math.min(...times.slice(1));
}

async function lists({ db }: AppDatabase): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	for (const filter of filters)
		found.set(`list ${JSON.stringify(filter)}`, await fastest(() => listRequests(db, filter, NOW)));
	return found;
}

async function file({ db }: AppDatabase, size: number): Promise<void> {
	const before = process.memoryUsage().heapUsed;
	const started = performance.now();
	let [count, most] = [0, 0];
	for await (const _ of allRequests(db, {}, NOW)) {
		count++;
		if (count % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
	}
	const each = ((performance.now() - started) * 1_000) / count;
	process.stdout.write(
		`  file of ${count} of ${size}: ${each.toFixed(0)} µs a request, ${Math.round(most / 1e6)} MB more\n`
	);
}

async function measure(name: string, url: string): Promise<void> {
	const database = createDatabase(url);
	try {
		await begin(database);
		const results: Map<string, number>[] = [];
		let had = 0;
		for (const size of SIZES) {
			await grow(database, had, size);
			had = size;
			await index(database);
			await analyse(database);
			results.push(new Map([...(await lists(database)), ...(await searches(database))]));
			await file(database, size);
		}
		for (const [what, small] of results[0]!) {
			const large = results[1]!.get(what)!;
			process.stdout.write(
				`${name} ${what.padEnd(58)} ${small.toFixed(1)} ms, ${large.toFixed(1)} ms, growth ${(large / small).toFixed(2)}\n`
			);
		}
	} finally {
		await database.close();
	}
}

/** Both databases know their sizes by themselves after a while; the bench does not wait. */
async function analyse({ db, kind }: AppDatabase): Promise<void> {
	const { sql } = await import('kysely');
	await (kind === 'postgres' ? sql`vacuum analyze` : sql`analyze`).execute(db);
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
