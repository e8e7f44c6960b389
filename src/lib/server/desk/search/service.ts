import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { fullName } from '$lib/domain/person/person';
import { listDwellings } from '$lib/server/homes/dwellings/reading-service';
import { compactText, searchText } from '$lib/server/homes/dwellings/search-text';
import { findByName, openPersons, type FoundPerson } from '$lib/server/people/persons/name-index';
import { findByTaxCode } from '$lib/server/people/persons/name-repository';
import { plainTaxCode, taxCodeHash } from '$lib/server/people/persons/tax-code';
import { isProtectedPerson } from '$lib/server/people/protection/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { noteReadings } from '$lib/server/people/readings/note-readings';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { AppDatabase } from '$lib/server/platform/db/database';
import { findApplications } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import { listingsOfPersons, offersOf, requestsByNumber, requestsOfPersons } from './repository';

const MOST = 20;

/**
 * What the office finds by a number, a name, a tax code, an address or a home, grouped. Names are shown to tell persons
 * apart, and the household reads who found them; of a protected household there is the protocol alone, and contacts
 * stand in the file, whose opening leaves a row of its own. Null for a reader without the right.
 */
export async function searchDesk({ db, transact }: AppDatabase, term: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return null;
	const requests = await requestsByNumber(db, protocolsIn(term, now), pseudonymIn(term));
	const { found, more } = await personsFor(db, term);
	const persons = await withRequests(db, found);
	const dwellings = await dwellingsFor(db, term, now);
	const ids = [...requests, ...persons.flatMap((person) => person.requests)].map(({ id }) => id);
	const offers = await offersOf(
		db,
		dwellings.map(({ id }) => id),
		[...new Set(ids)]
	);
	await transact((trx) => noteFound(trx, persons, by, now));
	return { requests, persons, more, dwellings, offers };
}

type Found = Awaited<ReturnType<typeof withRequests>>;

/** Records whom a search found, one row a day: on the account of the person, or of the request that names a member. */
async function noteFound(trx: Transaction<Database>, persons: Found, by: Actor, now: Instant): Promise<void> {
	const found = persons.flatMap(({ id, requests, listings }) => {
		const accounts = new Set([...requests, ...listings].flatMap(({ accountId }) => accountId ?? []));
		return [...accounts].map((accountId) => ({ accountId, subject: { type: 'search' as const, id } }));
	});
	await noteReadings(trx, found, by, now);
}

/** `2026-006018`, `2026 006018`, `2026006018`; or the number alone, of this year and of the one before. */
function protocolsIn(term: string, now: Instant): string[] {
	const compact = compactText(term);
	const [, year, number] = /^(\d{4})(\d{6})$/.exec(compact) ?? [];
	if (year) return [`${year}-${number}`];
	if (!/^\d{1,6}$/.test(compact)) return [term.trim()];
	const thisYear = Number(dayOf(now).slice(0, 4));
	return [thisYear, thisYear - 1].map((one) => `${one}-${compact.padStart(6, '0')}`);
}

/** `K7QM-2RXD`, however it is typed. */
function pseudonymIn(term: string): string | null {
	const [, first, last] = /^([a-z2-9]{4})([a-z2-9]{4})$/.exec(compactText(term)) ?? [];
	return first && last ? `${first}-${last}`.toUpperCase() : null;
}

async function personsFor(db: Kysely<Database>, term: string): Promise<{ found: FoundPerson[]; more: boolean }> {
	const hash = taxCodeHash(plainTaxCode(term));
	const byCode = hash ? await openPersons(db, await findByTaxCode(db, hash, MOST)) : [];
	return byCode.length > 0 ? { found: byCode, more: false } : findByName(db, term, MOST);
}

async function withRequests(db: Kysely<Database>, found: readonly FoundPerson[]) {
	const ids = found.map(({ id }) => id);
	const requests = await requestsOfPersons(db, ids);
	const listings = await listingsOfPersons(db, ids);
	const hidden = await protectedOf(db, requests, listings);
	return found
		.map(({ id, names }) => {
			const own = requests.filter(({ personId }) => personId === id);
			const offered = listings.filter(({ personId }) => personId === id);
			const name = [...own, ...offered].some((one) => hidden.has(one.id)) ? null : fullName(names);
			return { id, name, requests: own, listings: offered };
		})
		.filter((person) => person.requests.length + person.listings.length > 0);
}

type Held = { readonly id: string; readonly accountId: string | null };

/** Those of requests and listings whose people are protected. */
async function protectedOf(db: Kysely<Database>, requests: readonly Held[], listings: readonly Held[]) {
	const hidden = new Set<string>();
	for (const request of await findApplications(db, [...new Set(requests.map(({ id }) => id))]))
		if (await isProtected(db, request)) hidden.add(request.id);
	for (const { id, accountId } of listings)
		if (accountId && (await isProtectedPerson(db, accountId, (await readOwnPerson(db, accountId))?.facts ?? null)))
			hidden.add(id);
	return hidden;
}

/** Homes by address or code; a search for a single letter would find them all. */
async function dwellingsFor(db: Kysely<Database>, term: string, now: Instant) {
	if (searchText(term).length < 3) return [];
	const { rows } = await listDwellings(db, { text: term }, { page: 1, size: MOST }, now);
	return rows;
}
