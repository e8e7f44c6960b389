import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { sealReceipts } from '$lib/server/requests/applications/seal-receipts';
import { record } from '$lib/server/platform/audit/record';
import { readHead } from '$lib/server/platform/audit/repository';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import { newId } from '$lib/server/ids';
import { createDataKey } from '$lib/server/platform/secrets/data-key';
import { seal } from '$lib/server/platform/secrets/seal';
import { countLiveApplications } from '$lib/server/requests/applications/repository';
import { inputPlace, resultPlace } from './opened-round';
import { countChecks } from '$lib/server/requests/verification/repository';
import { listNoticeDwellings } from '$lib/server/notices/notices/dwelling-repository';
import { lockNotice } from '$lib/server/notices/notices/repository';
import { eraseOpenFiles, insertRound, listRounds, lockRound, setApproved, setPublished } from './repository';
import type { Overtaken } from './problems';
import { signText } from './signature';
import type { SeenProtected } from '$lib/server/requests/applications/protected-households';
import { showsProtected, staleProblem, type StaleProblem } from './stale-version';
import { publicColumns, statementToSign } from './kept-files';
import { waitsForContests, type WorkedOut } from './work-out';

type Refused<Problem extends string> = { readonly ok: false; readonly problem: Problem };

export type Prepared =
	| { readonly ok: true; readonly id: string }
	| Refused<'not-allowed' | 'changed-meanwhile' | 'contests-open'>
	| Overtaken<'prepared-meanwhile'>;

export type Approved =
	| { readonly ok: true }
	| Refused<'not-allowed' | 'unknown-round' | 'same-person' | StaleProblem>
	| Overtaken<'already-approved' | 'newer-version'>;

/**
 * Stores a version that was worked out, in one transaction with the events of the households it moves. Its files are
 * frozen from now on, and a second person approves it. A second click of the same person finds it stored; another
 * person learns who was first.
 * @param shown hash of the result that the person saw before deciding, where they saw one
 */
export async function prepareRound(
	trx: Transaction<Database>,
	worked: WorkedOut,
	by: Actor,
	now: Instant,
	shown: string = worked.resultHash
): Promise<Prepared> {
	if (!allows(by, 'officer', 'manager')) return { ok: false, problem: 'not-allowed' };
	// A home leaves its notice under the same lock.
	await lockNotice(trx, worked.noticeId);
	const newest = (await listRounds(trx, worked.noticeId))[0];
	const overtaken = newest && preparedMeanwhile(newest, worked, by);
	if (overtaken) return overtaken;
	const applications = await countLiveApplications(trx, worked.noticeId);
	const { length: dwellings } = await listNoticeDwellings(trx, worked.noticeId);
	if (worked.checks !== null && (await waitsForContests(trx, worked.noticeId, worked.kind)))
		return { ok: false, problem: 'contests-open' };
	const checked = worked.checks !== null && worked.checks !== (await countChecks(trx, worked.noticeId));
	const unchanged = applications === worked.applications && dwellings === worked.dwellings;
	if (worked.resultHash !== shown || !unchanged || checked) return { ok: false, problem: 'changed-meanwhile' };
	await sealReceipts(trx, worked.noticeId, now);
	return { ok: true, id: await store(trx, worked, by, now) };
}

/** Writes a version with its files sealed under a key of its own, and records the act. Returns its id. */
async function store(trx: Transaction<Database>, worked: WorkedOut, by: Actor, now: Instant): Promise<string> {
	const id = newId();
	const key = await createDataKey(trx, now);
	await insertRound(trx, {
		id,
		notice_id: worked.noticeId,
		version: worked.version,
		kind: worked.kind,
		data_key_id: key.id,
		input_sealed: seal(key.key, inputPlace(id), worked.input),
		input_hash: worked.inputHash,
		result_sealed: seal(key.key, resultPlace(id), worked.result),
		result_hash: worked.resultHash,
		...(await publicColumns(trx, id, key.key, worked)),
		summary: JSON.stringify(worked.summary),
		prepared_by: by.id,
		prepared_at: now
	});
	// For a sealed version, the salted commitment: a reader of the log could test guesses against a plain hash.
	const result = worked.sealed?.commitments.result ?? worked.resultHash;
	const detail = { notice: worked.noticeId, version: worked.version, kind: worked.kind, result };
	record(trx, { event: 'round_prepared', by, subject: { type: 'round', id }, detail, at: now });
	return id;
}

type Row = Awaited<ReturnType<typeof listRounds>>[number];

/** Whether the same version waits already, or another took its number. */
function preparedMeanwhile(newest: Row, worked: WorkedOut, by: Actor): Prepared | null {
	// An open version and a sealed one with the same result are two versions.
	const isAsOpen = (newest.publicationHash === null) === (worked.sealed === null);
	const isSame = isAsOpen && newest.kind === worked.kind && newest.resultHash === worked.resultHash;
	const waits = newest.publishedAt === null && isSame;
	if (waits && newest.preparedBy === by.id) return { ok: true, id: newest.id };
	if (!waits && newest.version < worked.version) return null;
	return { ok: false, problem: 'prepared-meanwhile', who: newest.preparerName, at: newest.preparedAt };
}

/** The version that this person has just prepared from what they saw, so that their second click finds it. */
export async function findPrepared(db: Kysely<Database>, noticeId: string, shown: string, by: Actor) {
	const newest = (await listRounds(db, noticeId))[0];
	if (newest?.resultHash !== shown || newest.preparedBy !== by.id) return null;
	return (await showsProtected(db, newest)) ? null : newest.id;
}

/**
 * A manager who did not prepare the newest version approves it; the agency's key signs it. A version with a home that has
 * left the notice since is never approved or published: the next version is made without it.
 * @param seen what was read of the notice's households before the transaction (actOnVersion); null reads them here
 */
export async function approveRound(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant,
	seen: SeenProtected | null = null
): Promise<Approved> {
	if (!allows(by, 'manager')) return { ok: false, problem: 'not-allowed' };
	const round = await lockRound(trx, id);
	if (!round) return { ok: false, problem: 'unknown-round' };
	if (round.approvedAt) return approvedAlready(round, by);
	if (round.preparedBy === by.id) return { ok: false, problem: 'same-person' };
	const newest = (await listRounds(trx, round.noticeId))[0];
	if (newest && newest.id !== id)
		return { ok: false, problem: 'newer-version', who: newest.preparerName, at: newest.preparedAt };
	await lockNotice(trx, round.noticeId);
	const problem = await staleProblem(trx, round, seen);
	if (problem) return { ok: false, problem };
	const statement = await statementToSign(trx, round);
	const signature = signText(statement);
	await setApproved(trx, id, { approved_by: by.id, approved_at: now, statement, signature });
	record(trx, { event: 'round_approved', by, subject: { type: 'round', id }, detail: { signature }, at: now });
	return { ok: true };
}

/** The second click of the same person finds it done. */
function approvedAlready({ approvedBy, approvedAt, approverName }: Row, by: Actor): Approved {
	if (approvedBy === by.id) return { ok: true };
	return { ok: false, problem: 'already-approved', who: approverName ?? '', at: approvedAt! };
}

/**
 * Makes an approved version public, by pseudonym, with the head of the audit log at that moment.
 * @param seen what was read of the notice's households before the transaction (actOnVersion); null reads them here
 */
export async function publishRound(
	trx: Transaction<Database>,
	id: string,
	by: Actor,
	now: Instant,
	seen: SeenProtected | null = null
) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const round = await lockRound(trx, id);
	if (!round) return { ok: false as const, problem: 'unknown-round' as const };
	if (!round.approvedAt) return { ok: false as const, problem: 'not-approved' as const };
	if (round.publishedAt) return { ok: true as const };
	await lockNotice(trx, round.noticeId);
	const problem = await staleProblem(trx, round, seen);
	if (problem) return { ok: false as const, problem };
	const head = await readHead(trx);
	await setPublished(trx, id, now, `${head.seq}:${head.hash}`);
	// Earlier open files name a home beside a code: they go when the notice turns to sealed versions (adr 39).
	if (round.publicationHash !== null) await eraseOpenFiles(trx, round.noticeId);
	record(trx, { event: 'round_published', by, subject: { type: 'round', id }, detail: { head: head.hash }, at: now });
	return { ok: true as const };
}
