import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { sealReceipts } from '$lib/server/applications/seal-receipts';
import { record } from '$lib/server/audit/record';
import { readHead } from '$lib/server/audit/repository';
import { allows, type Actor } from '$lib/server/auth/actor';
import type { Database } from '$lib/server/db/schema';
import { newId } from '$lib/server/ids';
import { createDataKey } from '$lib/server/secrets/data-key';
import { seal } from '$lib/server/secrets/seal';
import { countLiveApplications } from './notice-repository';
import { inputPlace, resultPlace } from './opened-round';
import { insertRound, listRounds, lockRound, setApproved, setPublished } from './repository';
import { signStatement } from './signature';
import type { WorkedOut } from './work-out';

/** Keeps a version that was worked out: its files are frozen from here on, and a second person approves it. */
export async function prepareRound(trx: Transaction<Database>, worked: WorkedOut, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const newest = (await listRounds(trx, worked.noticeId))[0]?.version ?? 0;
	const applications = await countLiveApplications(trx, worked.noticeId);
	if (newest + 1 !== worked.version || applications !== worked.applications)
		return { ok: false as const, problem: 'changed-meanwhile' as const };
	await sealReceipts(trx, worked.noticeId, now);
	const id = newId();
	const key = await createDataKey(trx, now);
	await insertRound(trx, {
		id,
		notice_id: worked.noticeId,
		version: worked.version,
		data_key_id: key.id,
		input_sealed: seal(key.key, inputPlace(id), worked.input),
		input_hash: worked.inputHash,
		result_sealed: seal(key.key, resultPlace(id), worked.result),
		result_hash: worked.resultHash,
		projection: worked.projection,
		projection_hash: worked.projectionHash,
		public_result: worked.publicResult,
		public_result_hash: worked.publicResultHash,
		summary: JSON.stringify(worked.summary),
		prepared_by: by.id,
		prepared_at: now
	});
	const detail = { notice: worked.noticeId, version: worked.version, result: worked.resultHash };
	record(trx, { event: 'round_prepared', by, subject: { type: 'round', id }, detail, at: now });
	return { ok: true as const, id };
}

/** A manager, and not who prepared it, approves the newest version; the agency's key signs it. */
export async function approveRound(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	if (!allows(by, 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const round = await lockRound(trx, id);
	if (!round) return { ok: false as const, problem: 'unknown-round' as const };
	if (round.approvedAt) return approvedAlready(round.approvedBy === by.id);
	if (round.preparedBy === by.id) return { ok: false as const, problem: 'same-person' as const };
	const newest = (await listRounds(trx, round.noticeId))[0];
	if (newest?.id !== id) return { ok: false as const, problem: 'newer-version' as const };
	const signature = signStatement(round);
	await setApproved(trx, id, by.id, now, signature);
	record(trx, { event: 'round_approved', by, subject: { type: 'round', id }, detail: { signature }, at: now });
	return { ok: true as const };
}

/** The second click of the same person finds it done. */
function approvedAlready(bySamePerson: boolean) {
	return bySamePerson ? { ok: true as const } : { ok: false as const, problem: 'already-approved' as const };
}

/** Makes an approved version public, by pseudonym, with the head of the audit log at that moment. */
export async function publishRound(trx: Transaction<Database>, id: string, by: Actor, now: Instant) {
	if (!allows(by, 'officer', 'manager')) return { ok: false as const, problem: 'not-allowed' as const };
	const round = await lockRound(trx, id);
	if (!round) return { ok: false as const, problem: 'unknown-round' as const };
	if (!round.approvedAt) return { ok: false as const, problem: 'not-approved' as const };
	if (round.publishedAt) return { ok: true as const };
	const head = await readHead(trx);
	await setPublished(trx, id, now, `${head.seq}:${head.hash}`);
	record(trx, { event: 'round_published', by, subject: { type: 'round', id }, detail: { head: head.hash }, at: now });
	return { ok: true as const };
}
