import { sql } from 'kysely';
import { databaseOver, dialectOf, type AppDatabase } from '$lib/server/platform/db/database';
import { draftNotice } from '$lib/server/notices/notices/draft-service';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { anAccount } from '../support/builders/account';
import { aDraft, anOpenNotice, certifiedDwellings } from '../support/builders/notice';
import { anActor } from '../support/builders/register';
import { anApprovedRuleSet } from '../support/builders/rule-set';
import { writeFast, type DatabaseCopies } from '../support/database-copies';
import { Clock } from './clock';
import { withFaults } from './faulty-dialect';
import { Mailbox } from './mailbox';
import { runStep } from './run-step';
import { openings, type StageName } from './stages';
import type { Cast, World } from './world';

const START = '2026-11-28T10:00:00.000Z';

/** A world as it stands at a stage, whose database nobody has open. */
type Kept = Omit<World, 'database' | 'clock' | 'mailbox'> & {
	readonly url: string;
	readonly now: string;
	readonly received: Mailbox['received'];
};

/** The databases at which histories begin: each stage is built once, and copied for each history. */
export class StageDatabases {
	readonly #copies: DatabaseCopies;
	readonly #kept = new Map<StageName, Promise<Kept>>();

	constructor(copies: DatabaseCopies) {
		this.#copies = copies;
	}

	/** Runs `work` in a world of its own at `stage`. */
	async inWorld<Result>(stage: StageName, work: (world: World, restart: () => Promise<void>) => Promise<Result>) {
		const { url, ...kept } = await this.#at(stage);
		const copy = await this.#copies.copyOf(url);
		try {
			return await this.#opened(copy, kept, work);
		} finally {
			await this.#copies.remove(copy);
		}
	}

	async #opened<Result>(
		url: string,
		{ now, received, ...kept }: Omit<Kept, 'url'>,
		work: (world: World, restart: () => Promise<void>) => Promise<Result>
	): Promise<Result> {
		const clock = new Clock(now);
		const own = { tried: [...kept.tried], turns: [...kept.turns] };
		const world: World = { ...kept, ...own, clock, mailbox: new Mailbox(received), database: await open(url) };
		const restart = async () => {
			await world.database.close();
			world.database = await open(url);
		};
		try {
			return await clock.during(() => work(world, restart));
		} finally {
			await world.database.close();
		}
	}

	#at(stage: StageName): Promise<Kept> {
		const known = this.#kept.get(stage) ?? this.#build(stage);
		this.#kept.set(stage, known);
		return known;
	}

	async #build(stage: StageName): Promise<Kept> {
		const { from, steps } = openings[stage];
		const before = from ? await this.#at(from) : await this.#begin();
		const url = await this.#copies.copyOf(before.url);
		return this.#opened(url, before, async (world, restart) => {
			for (const [what, who] of steps) {
				const plain = what === 'time' ? { time: who } : what === 'jobs' ? noTrouble : { act: what, who, ...alone };
				await runStep(world, plain, restart);
				const last = world.tried.at(-1);
				if (last && last.outcome !== 'done') throw new Error(`${stage}: ${last.name} is ${last.outcome}`);
			}
			const { clock, mailbox, database: _closed, ...rest } = world;
			return { ...rest, url, now: clock.now(), received: mailbox.received };
		});
	}

	async #begin(): Promise<Kept> {
		const url = await this.#copies.fresh();
		const database = await open(url);
		const cast = await new Clock(START).during(() => theCast(database));
		await database.close();
		return { url, cast, now: START, received: [], tried: [], turns: [], step: 0 };
	}
}

const noTrouble = { jobs: { fault: null, mail: null } } as const;
const alone = { fault: null, beside: null } as const;

async function open(url: string): Promise<AppDatabase> {
	const { kind, dialect } = dialectOf(url, () => {});
	const database = databaseOver({ kind, dialect: withFaults(kind, dialect) });
	await writeFast(database);
	// Two acts at once need two connections: a pool that opens the second one late lets the first act end before.
	if (kind === 'postgres') await Promise.all([1, 2].map(() => sql`select pg_sleep(0.01)`.execute(database.db)));
	return database;
}

/** Rules under which the first ranking is final and a household has two days to answer a notice of rejection. */
const short = (rules: RuleSet): RuleSet => ({
	...rules,
	procedure: {
		...rules.procedure!,
		value: { provisionalWithin: 5, corrections: 0, finalWithin: 5, rejectionNotice: 2 }
	}
});

async function theCast(database: AppDatabase): Promise<Cast> {
	const { db, transact } = database;
	const ruleSetId = await anApprovedRuleSet(database, 'agency-2026', short);
	const offerDays = 3;
	const open = await anOpenNotice(database, [4400, 4600], { ruleSetId, offerDays });
	const dwellingIds = await certifiedDwellings(database, [5000]);
	const other = await anActor(db, 'officer', 'Piero Sportello');
	const input = aDraft({ dwellingIds, ruleSetId, closesOn: '2026-12-31', opensOn: '2026-11-01' });
	const drafted = await transact((trx) => draftNotice(trx, input, other, START));
	if (!drafted.ok) throw new Error(drafted.problem);
	const residents = [await anAccount(database), await anAccount(database), await anAccount(database)];
	return {
		notice: open.id,
		draft: drafted.id,
		dwellings: open.dwellingIds,
		officers: [open.officer, other],
		manager: open.manager,
		landlord: await anActor(db, 'landlord'),
		people: [...residents.map(({ email }) => email), 'dario@example.org', 'elena@example.org']
	};
}
