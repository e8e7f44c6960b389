import type { Transaction } from 'kysely';
import type { Instant } from '$lib/domain/calendar/instant';
import { lastInstant } from '$lib/domain/mandates/duration';
import { newId } from '$lib/server/ids';
import { personKey } from '$lib/server/platform/accounts/person-key';
import { record } from '$lib/server/platform/audit/record';
import type { Actor } from '$lib/server/platform/auth/actor';
import { deleteKeys } from '$lib/server/platform/secrets/repository';
import type { Database } from '$lib/server/schema';
import { hashOf } from './attestation';
import { giveConsent, insertConsent } from './consent-repository';
import { personOf } from './person-of-mandate';
import { beginMandate, replaceActive, type StoredMandate } from './repository';
import { namedOf } from './named';
import { sealNamed } from './stored-named';
import type { ConsentsTable } from './table';
import { tellBegun } from './tell-mandate';

/** `consentId`: the yes that was asked for by a code; null where none was. */
type Yes = {
	readonly consentId: string | null;
	readonly way: NonNullable<ConsentsTable['way']>;
	readonly documentId: string | null;
};

/**
 * Begins a mandate to which the person said yes: it belongs to the account of the person from now on, and an earlier one of
 * the same organisation ends. False where the address belongs to an account of another role.
 */
export async function begin(
	trx: Transaction<Database>,
	mandate: StoredMandate,
	{ consentId, way, documentId }: Yes,
	by: Actor,
	now: Instant
): Promise<boolean> {
	const { id, organisationId, days } = mandate;
	const named = await namedOf(trx, mandate);
	const accountId = await personOf(trx, mandate, named, by, now);
	if (accountId === null) return false;
	const key = await personKey(trx, accountId, now);
	for (const earlier of await replaceActive(trx, { organisationId, accountId }, now))
		record(trx, { event: 'mandate_replaced', by, subject: { type: 'mandate', id: earlier }, at: now });
	const endsAt = lastInstant(now, days);
	await beginMandate(trx, id, {
		...{ account_id: accountId, data_key_id: key.id, named_sealed: sealNamed(key.key, id, named) },
		...{ consented_at: now, ends_at: endsAt }
	});
	if (mandate.dataKeyId !== key.id) await deleteKeys(trx, [mandate.dataKeyId]);
	await keepYes(trx, mandate, { consentId, way, documentId }, now);
	const hash = hashOf({
		...{ mandate: id, organisation: mandate.organisation, person: named.name, from: now, until: endsAt, way },
		procedures: mandate.authorisations.map(({ procedure }) => procedure)
	});
	record(trx, { event: 'mandate_begun', by, subject: { type: 'mandate', id }, detail: { way, hash }, at: now });
	await tellBegun(trx, { ...mandate, accountId, endsAt }, now);
	return true;
}

async function keepYes(
	trx: Transaction<Database>,
	{ id, proposedBy }: StoredMandate,
	{ consentId, way, documentId }: Yes,
	now: Instant
): Promise<void> {
	const given = { given_at: now, way, document_id: documentId };
	if (consentId !== null) return giveConsent(trx, consentId, given);
	const asked = { id: newId(), mandate_id: id, act: 'mandate' as const, subject_id: null, code_hash: null };
	await insertConsent(trx, { ...asked, asked_by: proposedBy, asked_at: now, ...given });
}
