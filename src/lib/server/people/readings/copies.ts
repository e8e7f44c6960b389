import type { Kysely, Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import { findOfAccount } from '$lib/server/people/persons/repository';
import { holdAccount } from '$lib/server/platform/accounts/hold-account';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openText, sealText } from '$lib/server/platform/secrets/sealed-text';
import { veil } from '$lib/server/platform/secrets/veil';
import type { Database } from '$lib/server/schema';
import { insertReading, listCopies } from './repository';
import { reasonPlace, type OpenedRequest } from './service';

/** A copy of a request's file: for what it was taken, and when. */
export type Copy = { readonly id: string; readonly purpose: string; readonly at: Instant };

/**
 * Records that `by` takes a copy of a request's file for a purpose, and answers its id. The same purpose on the same day is
 * the same copy, so a second click leaves no second row. The caller has checked who takes it.
 */
export async function noteCopy(
	trx: Transaction<Database>,
	request: OpenedRequest,
	purpose: string,
	by: Actor,
	now: Instant
): Promise<string> {
	const isHeld = request.accountId !== null && (await holdAccount(trx, request.accountId));
	const person = isHeld ? await findOfAccount(trx, request.accountId!) : undefined;
	// Two clicks at the same moment write the same id, which the table takes once.
	const id = veil(`copy ${request.id} ${by.id} ${dayOf(now)}`, purpose);
	const isFirst = await insertReading(trx, {
		...{ id, person_id: person?.id ?? null, reader_id: by.id, at: now, day: dayOf(now) },
		...{ subject_type: 'copy', subject_id: request.id },
		reason: await sealText(trx, person?.dataKeyId ?? request.dataKeyId, reasonPlace(id), purpose)
	});
	if (isFirst) record(trx, { event: 'request_copied', by, subject: { type: 'application', id: request.id }, at: now });
	return id;
}

/** The copies of a request's file that `by` took today, the newest first. One whose purpose was erased is gone. */
export async function copiesOfToday(db: Kysely<Database>, requestId: string, by: Actor, now: Instant): Promise<Copy[]> {
	const copies = [];
	for (const { id, at, reason } of await listCopies(db, { requestId, readerId: by.id, day: dayOf(now) })) {
		const purpose = reason && (await openText(db, reasonPlace(id), reason));
		if (purpose) copies.push({ id, at, purpose });
	}
	return copies;
}
