import type { Insertable, Kysely, Transaction } from 'kysely';
import type { DueReminders } from '$lib/domain/calendar/reminders';
import type { Procedure } from '$lib/domain/mandates/acts';
import type { Authorisation, EarlyEnd, Mandate } from '$lib/domain/mandates/mandate';
import type { Database } from '$lib/server/schema';
import type { MandatesTable } from './table';

/** A mandate as stored: what the helper typed stays sealed. */
export type StoredMandate = Mandate &
	Readonly<{
		id: string;
		organisationId: string;
		organisation: string;
		accountId: string | null;
		/** The name of the account of the person, once there is one. */
		accountName: string | null;
		dataKeyId: string;
		namedSealed: string;
		days: MandatesTable['days'];
		proposedBy: string;
		proposer: string;
		proposedAt: string;
		earlyAt: string | null;
	}>;

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('mandates')
		.innerJoin('organisations', 'organisations.id', 'mandates.organisation_id')
		.innerJoin('accounts as helper', 'helper.id', 'mandates.proposed_by')
		.leftJoin('accounts as person', 'person.id', 'mandates.account_id')
		.select(['mandates.id', 'mandates.organisation_id as organisationId', 'organisations.name as organisation'])
		.select(['mandates.account_id as accountId', 'person.name as accountName', 'mandates.data_key_id as dataKeyId'])
		.select(['named_sealed as namedSealed', 'days', 'proposed_by as proposedBy', 'helper.name as proposer'])
		.select(['proposed_at as proposedAt', 'consented_at as consentedAt', 'ends_at as endsAt'])
		.select(['early_end as earlyEnd', 'early_at as earlyAt']);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

async function withAuthorisations(db: Kysely<Database>, rows: readonly Row[]): Promise<StoredMandate[]> {
	const ids = rows.map(({ id }) => id);
	const of = new Map<string, Authorisation[]>(ids.map((id) => [id, []]));
	const found =
		ids.length === 0
			? []
			: await db
					.selectFrom('mandate_authorisations')
					.select(['mandate_id as mandateId', 'procedure', 'revoked_at as revokedAt'])
					.where('mandate_id', 'in', ids)
					.orderBy('procedure', 'desc')
					.execute();
	for (const { mandateId, ...authorisation } of found) of.get(mandateId)!.push(authorisation);
	return rows.map((row) => ({ ...row, authorisations: of.get(row.id)! }));
}

export async function findMandate(db: Kysely<Database>, id: string): Promise<StoredMandate | undefined> {
	const row = await select(db).where('mandates.id', '=', id).executeTakeFirst();
	return row && (await withAuthorisations(db, [row]))[0];
}

/** The row, locked until the transaction ends: an update locks on both databases. */
export async function lockMandate(trx: Transaction<Database>, id: string): Promise<StoredMandate | undefined> {
	await trx
		.updateTable('mandates')
		.set((eb) => ({ ends_at: eb.ref('ends_at') }))
		.where('id', '=', id)
		.execute();
	return findMandate(trx, id);
}

/** The mandates of a person, newest first. */
export async function listOfPerson(db: Kysely<Database>, accountId: string): Promise<StoredMandate[]> {
	const rows = await select(db)
		.where('mandates.account_id', '=', accountId)
		.orderBy('proposed_at', 'desc')
		.orderBy('mandates.id', 'desc')
		.execute();
	return withAuthorisations(db, rows);
}

/** The mandates of an organisation, newest first. */
export async function listOfOrganisation(db: Kysely<Database>, organisationId: string): Promise<StoredMandate[]> {
	const rows = await select(db)
		.where('mandates.organisation_id', '=', organisationId)
		.orderBy('proposed_at', 'desc')
		.orderBy('mandates.id', 'desc')
		.execute();
	return withAuthorisations(db, rows);
}

/** The proposals of an organisation to which nobody said yes, lapsed ones too. */
export async function listUnconsented(db: Kysely<Database>, organisationId: string): Promise<StoredMandate[]> {
	const rows = await select(db)
		.where('mandates.organisation_id', '=', organisationId)
		.where('consented_at', 'is', null)
		.where('early_end', 'is', null)
		.orderBy('mandates.id')
		.execute();
	return withAuthorisations(db, rows);
}

export async function insertMandate(
	trx: Transaction<Database>,
	row: Insertable<MandatesTable>,
	procedures: readonly Procedure[]
): Promise<void> {
	await trx.insertInto('mandates').values(row).execute();
	const covered = procedures.map((procedure) => ({ mandate_id: row.id, procedure, revoked_at: null }));
	await trx.insertInto('mandate_authorisations').values(covered).execute();
}

type Begun = Pick<MandatesTable, 'account_id' | 'data_key_id' | 'named_sealed' | 'consented_at' | 'ends_at'>;

export async function beginMandate(trx: Transaction<Database>, id: string, begun: Begun): Promise<void> {
	await trx.updateTable('mandates').set(begun).where('id', '=', id).execute();
}

/** Ends a mandate, or a proposal, before its time; false where it had ended before. */
export async function endEarly(trx: Transaction<Database>, id: string, end: EarlyEnd, at: string): Promise<boolean> {
	const ended = await trx
		.updateTable('mandates')
		.set({ early_end: end, early_at: at })
		.where('id', '=', id)
		.where('early_end', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return ended !== undefined;
}

/** Ends the mandate that an organisation has with a person, for a later one; answers the ids. */
export async function replaceActive(
	trx: Transaction<Database>,
	of: { readonly organisationId: string; readonly accountId: string },
	at: string
): Promise<string[]> {
	const replaced = await trx
		.updateTable('mandates')
		.set({ early_end: 'replaced', early_at: at })
		.where('organisation_id', '=', of.organisationId)
		.where('account_id', '=', of.accountId)
		.where('early_end', 'is', null)
		.where('consented_at', 'is not', null)
		.returning('id')
		.execute();
	return replaced.map(({ id }) => id);
}

/** Ends one procedure of a mandate; false where it does not cover it, or not any more. */
export async function revokeProcedureAt(
	trx: Transaction<Database>,
	{ id, procedure }: { readonly id: string; readonly procedure: Procedure },
	at: string
): Promise<boolean> {
	const revoked = await trx
		.updateTable('mandate_authorisations')
		.set({ revoked_at: at })
		.where('mandate_id', '=', id)
		.where('procedure', '=', procedure)
		.where('revoked_at', 'is', null)
		.returning('procedure')
		.executeTakeFirst();
	return revoked !== undefined;
}

/** Marks up to `limit` mandates that end soon; answers the ids of those that this call marked. */
export async function takeNearMandates(
	trx: Transaction<Database>,
	{ now, until, since }: DueReminders,
	limit: number
): Promise<string[]> {
	const near = trx
		.selectFrom('mandates')
		.select('id')
		.where('reminded_at', 'is', null)
		.where('early_end', 'is', null)
		.where('consented_at', '<=', since)
		.where('ends_at', '>', now)
		.where('ends_at', '<=', until)
		.orderBy('id')
		.limit(limit);
	const marked = await trx
		.updateTable('mandates')
		.set({ reminded_at: now })
		.where('reminded_at', 'is', null)
		.where('id', 'in', near)
		.returning('id')
		.execute();
	return marked.map(({ id }) => id);
}

/** Proposals to an address without account that ended before an instant and that nobody said yes to. */
export async function listForgotten(db: Kysely<Database>, before: string, limit: number) {
	return db
		.selectFrom('mandates')
		.select(['id', 'data_key_id as dataKeyId'])
		.where('account_id', 'is', null)
		.where('ends_at', '<', before)
		.orderBy('id')
		.limit(limit)
		.execute();
}
