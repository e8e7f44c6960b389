import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { Column } from '$lib/domain/allocation/column';
import type { Decided } from '$lib/domain/duplicates/told-people';
import type { Member } from '$lib/domain/household/fact-parts';
import { stored } from '$lib/server/platform/db/stored';
import type { Database } from '$lib/server/schema';
import { keysOfAccounts, keysOfRequests, listDecidedAfter, listRequestsAfter } from './told-repository';

/** Requests that are read before others get their turn. */
const PART = 100;
/** People of decisions, likewise. */
const ROWS = 1_000;

const storedMembers = stored<{ readonly members: readonly Member[] }>(
	'a household',
	z.looseObject({ members: z.array(z.looseObject({ id: z.string(), relation: z.string(), birthDate: z.string() })) })
);

/** What the thread gets: columns, and the keys of the people, a line each in parts. No name leaves its seal. */
export type ToldColumns = {
	readonly keys: readonly string[];
	readonly teller: Int32Array;
	readonly person: Int32Array;
	readonly request: Int32Array;
	readonly born: Int32Array;
	readonly live: Uint8Array;
	readonly decided: readonly Decided<number>[];
};

const UNTOLD = '- - - - -';

/** Reads everybody whom requests tell of, with short turns. `ids`: of each person, by its number. */
export async function readTold(db: Kysely<Database>) {
	const people = new People();
	for (let after = ''; ;) {
		const requests = await listRequestsAfter(db, after, PART);
		await addPart(db, people, requests);
		if (requests.length < PART) break;
		after = requests.at(-1)!.id;
		await letOthersPass();
	}
	const decided = people.numbered(await readDecided(db));
	return { ids: people.ids, columns: people.columns(decided) satisfies ToldColumns };
}

async function readDecided(db: Kysely<Database>) {
	const decided: Awaited<ReturnType<typeof listDecidedAfter>> = [];
	for (let after = { id: '', personId: '' }; ;) {
		const rows = await listDecidedAfter(db, after, ROWS);
		decided.push(...rows);
		if (rows.length < ROWS) return decided;
		after = rows.at(-1)!;
		await letOthersPass();
	}
}

async function addPart(
	db: Kysely<Database>,
	people: People,
	requests: Awaited<ReturnType<typeof listRequestsAfter>>
): Promise<void> {
	const accounts = new Set(requests.flatMap(({ accountId }) => accountId ?? []));
	const unknown = [...accounts].filter((id) => !people.knows(id));
	for (const one of await keysOfAccounts(db, unknown)) people.addOwn(one.accountId!, one.id, one.keys);
	const ids = requests.map(({ id }) => id);
	const told = new Map((await keysOfRequests(db, ids)).map((one) => [`${one.requestId} ${one.member}`, one]));
	for (const { id, accountId, facts, endedAt } of requests) {
		const teller = people.tellerOf(accountId);
		const request = people.nextRequest();
		for (const { id: member, relation, birthDate } of storedMembers(facts).members) {
			const one = told.get(`${id} ${member}`);
			const own = relation === 'applicant' ? people.ownOf(accountId) : undefined;
			const person = own ?? (one && people.add(one.id, one.keys, teller));
			if (person !== undefined) people.place(person, request, bornNumber(birthDate), endedAt === null);
		}
	}
	people.endPart();
}

/** The day without dashes: below 2^26, and equal for equal days. */
const bornNumber = (day: string): number => Number(day.replaceAll('-', ''));

class People {
	readonly ids: string[] = [];
	private readonly parts: string[] = [];
	private lines: string[] = [];
	private tellers = 0;
	private requests = 0;
	private readonly accounts = new Map<string, { readonly teller: number; readonly person: number | undefined }>();
	private readonly teller = Column.integers();
	private readonly places = {
		person: Column.integers(),
		request: Column.integers(),
		born: Column.integers(),
		live: Column.flags()
	};

	knows = (account: string): boolean => this.accounts.has(account);

	ownOf = (account: string | null): number | undefined =>
		account === null ? undefined : this.accounts.get(account)?.person;

	addOwn(account: string, id: string, keys: string | null): void {
		const teller = ++this.tellers;
		this.accounts.set(account, { teller, person: this.add(id, keys, teller) });
	}

	/** The number of an account; a household without one tells for itself alone. */
	tellerOf(account: string | null): number {
		if (account === null) return ++this.tellers;
		const known = this.accounts.get(account);
		if (known) return known.teller;
		this.accounts.set(account, { teller: ++this.tellers, person: undefined });
		return this.tellers;
	}

	nextRequest = (): number => this.requests++;

	add(id: string, keys: string | null, teller: number): number {
		this.lines.push(keys ?? UNTOLD);
		this.teller.push(teller);
		return this.ids.push(id) - 1;
	}

	place(person: number, request: number, born: number, live: boolean): void {
		this.places.person.push(person);
		this.places.request.push(request);
		this.places.born.push(born);
		this.places.live.push(live ? 1 : 0);
	}

	endPart(): void {
		if (this.lines.length > 0) this.parts.push(this.lines.join('\n'));
		this.lines = [];
	}

	/** Decisions by the numbers of their people; who is told in no request is left out. */
	numbered(rows: Awaited<ReturnType<typeof readDecided>>): Decided<number>[] {
		const wanted = new Set(rows.map(({ personId }) => personId));
		const numbers = new Map(this.ids.flatMap((id, number) => (wanted.has(id) ? [[id, number] as const] : [])));
		const decided = new Map<string, { outcome: 'same' | 'apart'; persons: number[] }>();
		for (const { id, outcome, personId } of rows) {
			const one = decided.get(id) ?? { outcome: outcome!, persons: [] };
			one.persons.push(...(numbers.has(personId) ? [numbers.get(personId)!] : []));
			decided.set(id, one);
		}
		return [...decided.values()];
	}

	columns(decided: readonly Decided<number>[]): ToldColumns {
		const { person, request, born, live } = this.places;
		return {
			...{ keys: this.parts, teller: this.teller.read(), decided },
			...{ person: person.read(), request: request.read(), born: born.read(), live: live.read() }
		};
	}
}
