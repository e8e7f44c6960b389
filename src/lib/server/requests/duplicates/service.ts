import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { evidenceKinds } from '$lib/domain/duplicates/evidence';
import { isSettled } from '$lib/domain/duplicates/is-settled';
import { noteOpenedRequest } from '$lib/server/people/readings/service';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { sealText } from '$lib/server/platform/secrets/sealed-text';
import { isProtected } from '$lib/server/requests/applications/is-protected';
import type { Database } from '$lib/server/schema';
import { PEOPLE, readCluster, requestsOf } from './reading-service';
import { reasonPlace } from './reason';
import * as decisions from './decision-repository';
import * as repository from './repository';
import type { Outcome, StoredCluster } from './repository';

/** A reason that a colleague and an auditor can judge later is longer than a word. */
const SHORTEST_REASON = 10;

type Problem = 'not-allowed' | 'not-found' | 'reason-needed';
export type DuplicateProblem = Problem | 'closed' | 'changed' | 'too-few';
export type DuplicateDone = { readonly ok: true } | { readonly ok: false; readonly problem: DuplicateProblem };

const refused = (problem: DuplicateProblem) => ({ ok: false, problem }) as const;

/**
 * Opens the requests of the people on one page of a cluster, for a day: each household reads that its request was opened, and
 * nothing of a comparison. A protected household is opened with a reason.
 */
export async function openCluster(
	trx: Transaction<Database>,
	{ id, after, reason }: { readonly id: string; readonly after: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<DuplicateDone> {
	if (!allows(by, 'officer', 'manager')) return refused('not-allowed');
	if (!(await repository.findCluster(trx, id))) return refused('not-found');
	const people = await repository.listPersons(trx, id, after, PEOPLE);
	const ids = people.map(({ personId }) => personId);
	const requests = [...(await requestsOf(trx, ids)).values()];
	if (reason.length < SHORTEST_REASON)
		for (const request of requests) if (await isProtected(trx, request)) return refused('reason-needed');
	for (const request of requests) await noteOpenedRequest(trx, request, reason, by, now);
	return { ok: true };
}

export type NewDecision = {
	/** The cluster as it was shown. */
	readonly id: string;
	readonly revision: number;
	/** Comes with the form: the id of a decision about some of the people, so that a second click finds it. */
	readonly decision: string;
	readonly outcome: Outcome;
	readonly reason: string;
	/** Null: all of them. */
	readonly persons: readonly string[] | null;
};

/**
 * Says that people of a cluster are one person, or several. Nothing of their requests changes. The decision is about those
 * people: whoever joins the cluster later is asked about again. Who decides has opened the requests of those whom a page shows.
 */
export async function decideCluster(
	trx: Transaction<Database>,
	given: NewDecision,
	by: Actor,
	now: Instant
): Promise<DuplicateDone> {
	if (!allows(by, 'officer', 'manager')) return refused('not-allowed');
	if (await isDecidedSo(trx, given, by)) return { ok: true };
	const cluster = await readCluster(trx, given.id, '', by, now);
	if (!cluster) return refused('not-found');
	if (cluster.closed || (!cluster.allOpened && cluster.next === null)) return refused('closed');
	if (cluster.outcome !== null) return refused('changed');
	if (given.reason.length < SHORTEST_REASON) return refused('reason-needed');
	if (given.persons !== null && new Set(given.persons).size < 2) return refused('too-few');
	if (!(await decisions.takeRevision(trx, given.id, given.revision))) return refused('changed');
	const isWhole = given.persons === null || new Set(given.persons).size === cluster.size;
	const done = isWhole
		? await decideAll(trx, given, by, now)
		: await decideSome(trx, { ...given, persons: given.persons! }, cluster, by, now);
	return done ? { ok: true } : refused('changed');
}

/** Whether the same person has decided the same: a second click. */
async function isDecidedSo(trx: Transaction<Database>, { id, decision, outcome, persons }: NewDecision, by: Actor) {
	const stored = await repository.findCluster(trx, persons === null ? id : decision);
	const before = stored?.outcome ? stored : await repository.findCluster(trx, id);
	return before?.outcome === outcome && before.decidedById === by.id;
}

async function decisionOf(
	trx: Transaction<Database>,
	id: string,
	{ outcome, reason }: NewDecision,
	by: Actor,
	now: Instant
) {
	const key = await createDataKey(trx, now);
	const reason_sealed = await sealText(trx, key.id, reasonPlace(id), reason);
	return { outcome, reason_sealed, decided_by: by.id, decided_at: now };
}

async function decideAll(trx: Transaction<Database>, given: NewDecision, by: Actor, now: Instant): Promise<boolean> {
	await decisions.decideWhole(trx, given.id, await decisionOf(trx, given.id, given, by, now));
	tell(trx, given.id, given.outcome, by, now);
	return true;
}

/** A decision about some people of a cluster is kept beside it; the cluster goes when nothing of it is left to decide. */
async function decideSome(
	trx: Transaction<Database>,
	given: NewDecision & { readonly persons: readonly string[] },
	{ kind, foundAt }: Pick<StoredCluster, 'kind' | 'foundAt'>,
	by: Actor,
	now: Instant
): Promise<boolean> {
	const all = await repository.listPersons(trx, given.id, '', MOST);
	const chosen = all.filter(({ personId }) => given.persons.includes(personId));
	if (chosen.length !== new Set(given.persons).size) return false;
	const kinds = evidenceKinds.filter((one) => chosen.some(({ evidence }) => evidence[one]));
	const { decision: id } = given;
	const found = { kind, first_person: chosen[0]!.personId, evidence: JSON.stringify(kinds), found_at: foundAt };
	const decided = await decisionOf(trx, id, given, by, now);
	await decisions.insertDecided(trx, { id, digest: '', ...found, ...decided }, chosen);
	tell(trx, id, given.outcome, by, now);
	await dropSettled(trx, given.id, all);
	return true;
}

type Person = Awaited<ReturnType<typeof repository.listPersons>>[number];

async function dropSettled(trx: Transaction<Database>, id: string, persons: readonly Person[]): Promise<void> {
	const entries = new Map(persons.map(({ personId, evidence }) => [personId, evidence.account?.[0] ?? personId]));
	const decided = await decisions.decisionsWithin(trx, id);
	if (isSettled([...entries.keys()], (person) => entries.get(person), decided))
		await repository.deleteClusters(trx, [id]);
}

/** More people than any cluster has. */
const MOST = 1_000_000;

function tell(trx: Transaction<Database>, id: string, outcome: Outcome, by: Actor, at: Instant): void {
	record(trx, { event: 'duplicate_decided', by, subject: { type: 'duplicate', id }, detail: { outcome }, at });
}

/** Takes a decision back, with a reason: the cluster waits again, with whoever has joined it. */
export async function undoDecision(
	trx: Transaction<Database>,
	{ id, revision, reason }: { readonly id: string; readonly revision: number; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<DuplicateDone> {
	if (!allows(by, 'officer', 'manager')) return refused('not-allowed');
	const cluster = await readCluster(trx, id, '', by, now);
	if (!cluster) return refused('not-found');
	if (cluster.closed) return refused('closed');
	if (cluster.outcome === null) return { ok: true };
	if (reason.length < SHORTEST_REASON) return refused('reason-needed');
	// The log keeps the reason for ever, so it goes with the key of a person.
	const sealed = await sealText(trx, await decisions.keyOfCluster(trx, id), reasonPlace(id), reason);
	if (await decisions.waitsElsewhere(trx, id)) await repository.deleteClusters(trx, [id]);
	else if (!(await decisions.reopen(trx, id, revision))) return refused('changed');
	const subject = { type: 'duplicate', id } as const;
	record(trx, { event: 'duplicate_reopened', by, subject, reason: sealed, detail: { was: cluster.outcome }, at: now });
	return { ok: true };
}
