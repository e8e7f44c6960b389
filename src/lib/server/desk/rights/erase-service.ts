import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { keptUntil, retentionOf, type KeptKind } from '$lib/domain/retention/retention-times';
import * as letting from '$lib/server/letting/rights/service';
import * as notices from '$lib/server/notices/rights/service';
import * as people from '$lib/server/people/rights/service';
import { closeOnce } from '$lib/server/platform/accounts/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import * as platform from '$lib/server/platform/rights/service';
import * as requests from '$lib/server/requests/rights/service';
import type { Database } from '$lib/server/schema';
import { countEverything } from './count-service';
import { keptOfPerson, sections, type Section } from './kept-of-person';
import { hasLiveOffer, listRequests, listTenancies } from './erasure-repository';

/** A live matter that keeps the account: the person has to end it first. */
export type Obstacle = 'offer' | 'tenancy' | 'request' | letting.LettingObstacle;
export type EraseProblem = 'not-allowed' | 'demo' | 'gone' | Obstacle;

type Kept = {
	readonly kind: KeptKind;
	/** The protocol number of a request; null for a tenancy. */
	readonly protocol: string | null;
	readonly until: Instant;
	/** The act that says how long; null where no source was found, and the time is the agency's own. */
	readonly source: string | null;
};

/** What keeps an account, which parts of one's data go with it, and what the law keeps. */
export async function readErasure(db: Kysely<Database>, by: Actor, now: Instant) {
	const counts = await countEverything(db, by);
	return {
		obstacles: await obstaclesOf(db, by.id, now),
		erased: sections.filter((section) => counts?.[section] && isErasedWhole(section)),
		kept: await keptOf(db, by.id)
	};
}

/** Whether no table of a part of one's data is kept by law. */
function isErasedWhole(section: Section): boolean {
	const own = Object.values(keptOfPerson).flatMap((kept) =>
		'person' in kept && kept.person.section === section ? [kept.person.erasure] : []
	);
	return !own.includes('kept');
}

async function obstaclesOf(db: Kysely<Database>, accountId: string, now: Instant): Promise<Obstacle[]> {
	const tenancies = await listTenancies(db, accountId);
	const ended = new Set(tenancies.flatMap(({ requestId, endedAt }) => (requestId && endedAt ? [requestId] : [])));
	const live = (await listRequests(db, accountId)).filter(({ id, endedAt }) => !endedAt && !ended.has(id));
	const found: Obstacle[] = [];
	if (await hasLiveOffer(db, accountId)) found.push('offer');
	if (tenancies.some(({ endedAt }) => !endedAt)) found.push('tenancy');
	if (found.length === 0 && live.length > 0) found.push('request');
	return [...found, ...(await letting.obstaclesOf(db, accountId, now))];
}

async function keptOf(db: Kysely<Database>, accountId: string): Promise<Kept[]> {
	const kept = (kind: KeptKind, protocol: string | null, start: Instant): Kept => {
		const { certainty, source } = retentionOf(kind, start);
		return { kind, protocol, until: keptUntil(kind, start), source: certainty === 'open' ? null : source };
	};
	const sent = await listRequests(db, accountId);
	const tenancies = await listTenancies(db, accountId);
	return [
		...sent.map(({ protocol, closesAt }) => kept('request', protocol, closesAt)),
		...tenancies.flatMap(({ endedAt }) => (endedAt ? [kept('tenancy', null, endedAt)] : []))
	];
}

/**
 * Erases the account of the person who asks, in one transaction: each area erases its part, what the law keeps is sealed
 * anew under keys of its own, and then the person's key is destroyed with everything that it sealed (adr 34).
 */
export async function eraseAccount(
	trx: Transaction<Database>,
	by: Actor,
	now: Instant
): Promise<{ ok: true } | { ok: false; problem: EraseProblem }> {
	if (!allows(by, 'applicant', 'landlord')) return { ok: false, problem: 'not-allowed' };
	if (by.demo) return { ok: false, problem: 'demo' };
	if (!(await closeOnce(trx, by.id, now))) return { ok: false, problem: 'gone' };
	const [obstacle] = await obstaclesOf(trx, by.id, now);
	if (obstacle) return { ok: false, problem: obstacle };
	await platform.eraseMails(trx, by.id);
	await eraseRowsOf(trx, by.id, now);
	await platform.eraseOf(trx, by.id, by, now);
	return { ok: true };
}

/** Each area erases what it holds of a person; a second time it finds nothing left to erase. */
export async function eraseRowsOf(trx: Transaction<Database>, accountId: string, now: Instant): Promise<void> {
	const tenancies = await listTenancies(trx, accountId);
	await requests.eraseOf(trx, accountId, now);
	await letting.eraseOf(trx, accountId, new Set(tenancies.flatMap(({ proposalId }) => proposalId ?? [])), now);
	await notices.eraseOf(trx, accountId);
	await people.eraseOf(trx, accountId);
}
