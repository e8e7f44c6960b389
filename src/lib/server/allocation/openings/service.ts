import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { readPlanFile } from '$lib/server/notices/notices/repository';
import { newId } from '$lib/server/ids';
import { openSecrets } from '$lib/server/allocation/rounds/read-proof';
import { openSealedFiles } from '$lib/server/allocation/rounds/opened-round';
import { lockRound, readSecrets } from '$lib/server/allocation/rounds/repository';
import { record } from '$lib/server/platform/audit/record';
import { allows, type Actor } from '$lib/server/platform/auth/actor';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import type { Database } from '$lib/server/schema';
import { openSince, openUntil } from './open-since';
import { findOpening, insertOpening, listOpenings, listSealed } from './repository';

export type Opened =
	| { readonly ok: true }
	| { readonly ok: false; readonly problem: 'not-allowed' | 'unknown-round' | 'erased' };

const reasonPlace = (openingId: string) => `round_openings.reason_sealed:${openingId}`;

/**
 * An auditor opens a published version that is sealed, with a reason. The act is in the log, on the page of the round and on
 * the page of every household under its notice. While it lasts, a second click finds it done.
 */
export async function openSealed(
	trx: Transaction<Database>,
	{ roundId, reason }: { readonly roundId: string; readonly reason: string },
	by: Actor,
	now: Instant
): Promise<Opened> {
	if (!allows(by, 'auditor')) return { ok: false, problem: 'not-allowed' };
	const round = await lockRound(trx, roundId);
	if (!round?.publishedAt || round.publicationHash === null) return { ok: false, problem: 'unknown-round' };
	if (!(await openSecrets(trx, roundId))) return { ok: false, problem: 'erased' };
	if (await findOpening(trx, roundId, by.id, openSince(now))) return { ok: true };
	const id = newId();
	const { dataKeyId } = (await readSecrets(trx, roundId))!;
	const sealed = await sealText(trx, dataKeyId, reasonPlace(id), reason);
	await insertOpening(trx, { id, round_id: roundId, account_id: by.id, opened_at: now, reason_sealed: sealed });
	const detail = { notice: round.noticeId, version: round.version };
	record(trx, { event: 'round_opened', by, subject: { type: 'round', id: roundId }, reason: sealed, detail, at: now });
	return { ok: true };
}

/** Every published version that is sealed, for auditors. */
export const listSealedVersions = (db: Kysely<Database>, by: Actor) => (allows(by, 'auditor') ? listSealed(db) : []);

/** One of them, with who opened it and why, and until when this auditor has it open; null when there is no such version. */
export async function readSealedVersion(db: Kysely<Database>, roundId: string, by: Actor, now: Instant) {
	const version = (await listSealedVersions(db, by)).find(({ id }) => id === roundId);
	if (!version) return null;
	const all = (await listOpenings(db, version.noticeId)).filter((one) => one.roundId === roundId);
	const openings = [];
	for (const { id, openedAt, who, reasonSealed } of all) {
		openings.push({ id, openedAt, who, reason: await openText(db, reasonPlace(id), reasonSealed) });
	}
	const own = await findOpening(db, roundId, by.id, openSince(now));
	const until = own && openUntil(own.openedAt);
	const planned = (await readPlanFile(db, version.noticeId)) !== null;
	return { version, openings, until: until ?? null, planned };
}

/** A file of a version that this auditor has open, by its name; null otherwise. */
export async function readOpenedFile(db: Kysely<Database>, roundId: string, file: string, by: Actor, now: Instant) {
	if (!allows(by, 'auditor') || !(await findOpening(db, roundId, by.id, openSince(now)))) return null;
	if (file === 'secrets.json') {
		const secrets = await openSecrets(db, roundId);
		return secrets && `${JSON.stringify(secrets)}\n`;
	}
	const files = file === 'round.json' || file === 'result.json' ? await openSealedFiles(db, roundId) : null;
	return files && (file === 'round.json' ? files.input : files.result);
}

/** When versions of a notice were opened, and by whom, for the office and for the households; without the reasons. */
export async function openingsOf(db: Kysely<Database>, noticeId: string) {
	return (await listOpenings(db, noticeId)).map(({ id, version, openedAt, who }) => ({ id, version, openedAt, who }));
}
