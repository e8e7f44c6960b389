import type { Kysely } from 'kysely';
import type { Evidence } from '$lib/domain/duplicates/evidence';
import type { Day, Instant } from '$lib/domain/calendar/instant';
import type { Member } from '$lib/domain/household/fact-parts';
import type { PersonNames } from '$lib/domain/person/person';
import { findNotice } from '$lib/server/notices/notices/repository';
import { readPersonsTold } from '$lib/server/people/persons/told-persons';
import { hasOpenedRequest } from '$lib/server/people/readings/service';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText } from '$lib/server/platform/secrets/sealed-text';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import { findApplications, type Application } from '$lib/server/requests/applications/repository';
import type { Database } from '$lib/server/schema';
import * as repository from './repository';
import { reasonPlace } from './reason';
import type { StoredCluster } from './repository';

export const clusterViews = ['people', 'phone', 'decided'] as const;
export type ClusterView = (typeof clusterViews)[number];

const PAGE = 25;
/** People of a cluster that one page shows, and of whom a decision can name some. */
export const PEOPLE = 50;
/** A list names the requests of a cluster of so many people. */
const FEW = 6;

/** A cluster as a list tells it: by protocols. Of one with a protected household it tells that there is one, and no more. */
export type ListedCluster =
	| { readonly id: string; readonly isProtected: true }
	| (Pick<StoredCluster, 'id' | 'kind' | 'evidence' | 'foundAt' | 'outcome' | 'decidedAt'> & {
			readonly isProtected: false;
			readonly size: number;
			/** Empty where there are too many to be named. */
			readonly protocols: readonly string[];
	  });

type Asked = { readonly view: ClusterView; readonly after: string };

/** One page of clusters and where the next one begins; null for a reader without the right. */
export async function listClusters(db: Kysely<Database>, { view, after }: Asked, by: Actor) {
	if (!allows(by, 'officer', 'manager')) return null;
	const rows = await pageOf(db, view, after);
	const shown = rows.slice(0, PAGE);
	const sizes = await repository.sizesOf(
		db,
		shown.map(({ id }) => id)
	);
	const clusters: ListedCluster[] = [];
	for (const row of shown) clusters.push(await listed(db, row, sizes.get(row.id) ?? 0));
	const last = shown.at(-1);
	const next = rows.length > PAGE && last ? cursorOf(view, last) : null;
	const counts = await repository.countOpen(db);
	const waiting = {
		people: 0,
		phone: 0,
		...Object.fromEntries(counts.map(({ kind, count }) => [kind, Number(count)]))
	};
	return { clusters, next, waiting };
}

const cursorOf = (view: ClusterView, { id, decidedAt }: StoredCluster) =>
	view === 'decided' ? `${decidedAt}~${id}` : id;

function pageOf(db: Kysely<Database>, view: ClusterView, after: string): Promise<StoredCluster[]> {
	if (view !== 'decided') return repository.listOpen(db, view, after, PAGE + 1);
	const [at = '', id = ''] = after.split('~');
	return repository.listDecisions(db, id ? { at, id } : null, PAGE + 1);
}

async function listed(db: Kysely<Database>, row: StoredCluster, size: number): Promise<ListedCluster> {
	const { id, kind, evidence, foundAt, outcome, decidedAt } = row;
	const told = { id, kind, evidence, foundAt, outcome, decidedAt, size, isProtected: false as const };
	if (size > FEW) return { ...told, protocols: [] };
	const persons = await repository.listPersons(db, id, '', FEW);
	const requests = await requestsOf(
		db,
		persons.map(({ personId }) => personId)
	);
	for (const request of requests.values()) if (await isProtected(db, request)) return { id, isProtected: true };
	const live = [...requests.values()].filter(({ endedAt }) => endedAt === null);
	return { ...told, protocols: live.map(({ protocol }) => protocol).toSorted() };
}

/** The requests in which these persons stand, by id. */
export async function requestsOf(
	db: Kysely<Database>,
	personIds: readonly string[]
): Promise<Map<string, Application>> {
	const places = await repository.placesOf(db, personIds);
	const found = await findApplications(db, [...new Set(places.map(({ requestId }) => requestId))]);
	return new Map(found.map((request) => [request.id, request]));
}

/** A person of a cluster. `told`: null until this reader has opened a request of the person today. */
export type ClusterPerson = {
	readonly personId: string;
	readonly evidence: Evidence;
	readonly relation: Member['relation'] | null;
	readonly requests: readonly {
		readonly id: string;
		readonly protocol: string;
		readonly noticeId: string;
		readonly ended: boolean;
	}[];
	readonly told: { readonly names: PersonNames | null; readonly born: Day | null } | null;
};

/**
 * A cluster for the office, with a page of its people; null for an unknown one and for a reader without the right. `closed`: a
 * protected household is on the page, and this reader has not opened it today; nothing is told then.
 */
export async function readCluster(db: Kysely<Database>, id: string, after: string, by: Actor, now: Instant) {
	const cluster = allows(by, 'officer', 'manager') ? await repository.findCluster(db, id) : undefined;
	if (!cluster) return null;
	const rows = await repository.listPersons(db, id, after, PEOPLE + 1);
	const page = rows.slice(0, PEOPLE);
	const ids = page.map(({ personId }) => personId);
	const requests = await requestsOf(db, ids);
	const opened = await openedAmong(db, [...requests.values()], by, now);
	for (const request of requests.values())
		if (!opened.has(request.id) && (await isProtected(db, request))) return { id, closed: true as const };
	const places = await repository.placesOf(db, ids);
	const names = await readPersonsTold(db, ids);
	const people = page.map((one) => personOf(one, places, requests, opened, names));
	const { reasonSealed, ...head } = cluster;
	return {
		...{ closed: false as const, ...head, people },
		reason: reasonSealed && (await openText(db, reasonPlace(id), reasonSealed)),
		size: (await repository.sizesOf(db, [id])).get(id) ?? 0,
		next: rows.length > PEOPLE ? page.at(-1)!.personId : null,
		allOpened: people.every(({ told }) => told !== null),
		notices: await noticesOf(db, [...requests.values()])
	};
}

async function noticesOf(db: Kysely<Database>, requests: readonly Application[]) {
	const titles = new Map<string, { readonly it: string; readonly en: string }>();
	for (const { noticeId } of requests)
		if (!titles.has(noticeId)) titles.set(noticeId, (await findNotice(db, noticeId))!.title);
	return titles;
}

/** The requests among these that `by` opened today. */
async function openedAmong(db: Kysely<Database>, requests: readonly Application[], by: Actor, now: Instant) {
	const opened = new Set<string>();
	for (const request of requests) if (await hasOpenedRequest(db, request, by, now)) opened.add(request.id);
	return opened;
}

function personOf(
	{ personId, evidence }: { personId: string; evidence: Evidence },
	places: readonly repository.Place[],
	requests: ReadonlyMap<string, Application>,
	opened: ReadonlySet<string>,
	names: ReadonlyMap<string, PersonNames>
): ClusterPerson {
	const own = places.filter((place) => place.personId === personId);
	const standing = own.flatMap(({ requestId, member }) => {
		const request = requests.get(requestId);
		return request ? [{ request, member: memberOf(request, member) }] : [];
	});
	const isOpen = standing.some(({ request }) => opened.has(request.id));
	const member = standing[0]?.member ?? null;
	return {
		...{ personId, evidence, relation: member?.relation ?? null },
		requests: standing.map(({ request }) => ({
			...{ id: request.id, protocol: request.protocol, noticeId: request.noticeId, ended: request.endedAt !== null }
		})),
		told: isOpen ? { names: names.get(personId) ?? null, born: member?.birthDate ?? null } : null
	};
}

const memberOf = ({ household }: Application, id: string | null) =>
	household.members.find((one) => (id === null ? one.relation === 'applicant' : one.id === id)) ?? null;

/**
 * The clusters with people of a request, as its file shows them. One with a protected household among the others is left out:
 * no file may lead to it.
 */
export async function clustersOfRequest(db: Kysely<Database>, request: Pick<Application, 'id' | 'accountId'>) {
	const persons = await repository.personsOfRequest(db, request.id, request.accountId);
	const shown = [];
	for (const { id, kind, outcome, evidence } of await repository.clustersWith(db, persons)) {
		const people = await repository.listPersons(db, id, '', PEOPLE);
		const requests = await requestsOf(
			db,
			people.map(({ personId }) => personId)
		);
		const others = [...requests.values()].filter(({ accountId }) => accountId !== request.accountId);
		let isHidden = false;
		for (const other of others) isHidden ||= await isProtected(db, other);
		if (!isHidden) shown.push({ id, kind, outcome, evidence });
	}
	return shown;
}
