import type { Insertable, Kysely, Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';
import type { HelperInvitationsTable } from './table';

/** The organisation that an account leads; undefined for everybody else. */
export async function findLedBy(db: Kysely<Database>, accountId: string) {
	return db
		.selectFrom('accounts')
		.innerJoin('organisations', 'organisations.id', 'accounts.organisation_id')
		.select(['organisations.id', 'organisations.name'])
		.where('accounts.id', '=', accountId)
		.where('accounts.role', '=', 'caseworker')
		.where('accounts.leads_organisation', '=', 1)
		.where('accounts.disabled_at', 'is', null)
		.executeTakeFirst();
}

/** The helpers of an organisation, removed ones too, by name. */
export async function listHelpers(db: Kysely<Database>, organisationId: string) {
	const rows = await db
		.selectFrom('accounts')
		.select(['id', 'name', 'email', 'disabled_at as removedAt', 'leads_organisation as leads'])
		.where('organisation_id', '=', organisationId)
		.where('role', '=', 'caseworker')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ leads, ...helper }) => ({ ...helper, leads: leads === 1 }));
}

const select = (db: Kysely<Database>) =>
	db
		.selectFrom('helper_invitations')
		.innerJoin('organisations', 'organisations.id', 'helper_invitations.organisation_id')
		.innerJoin('accounts as inviter', 'inviter.id', 'invited_by')
		.select(['helper_invitations.id', 'helper_invitations.email', 'helper_invitations.name'])
		.select(['helper_invitations.organisation_id as organisationId'])
		.select(['organisations.name as organisation', 'inviter.name as inviter', 'inviter.disabled_at as inviterGone'])
		.select([
			'invited_at as invitedAt',
			'ends_at as endsAt',
			'accepted_at as acceptedAt',
			'withdrawn_at as withdrawnAt'
		]);

export type StoredInvitation = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

export const findInvitation = (db: Kysely<Database>, id: string): Promise<StoredInvitation | undefined> =>
	select(db).where('helper_invitations.id', '=', id).executeTakeFirst();

export const findByToken = (db: Kysely<Database>, tokenHash: string): Promise<StoredInvitation | undefined> =>
	select(db).where('token_hash', '=', tokenHash).executeTakeFirst();

/** The invitations that nobody has accepted or withdrawn, the newest first. */
export const listWaiting = (db: Kysely<Database>, organisationId: string): Promise<StoredInvitation[]> =>
	select(db)
		.where('helper_invitations.organisation_id', '=', organisationId)
		.where('accepted_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.orderBy('invited_at', 'desc')
		.orderBy('helper_invitations.id', 'desc')
		.execute();

export async function insertInvitation(
	trx: Transaction<Database>,
	row: Insertable<HelperInvitationsTable>
): Promise<void> {
	await trx.insertInto('helper_invitations').values(row).execute();
}

type Which = { readonly organisationId: string } & ({ readonly id: string } | { readonly email: string });

/** Withdraws an invitation that waits; answers whether this call did. */
export async function withdraw(trx: Transaction<Database>, which: Which, at: string): Promise<boolean> {
	const [column, value] = 'id' in which ? (['id', which.id] as const) : (['email', which.email] as const);
	const rows = await trx
		.updateTable('helper_invitations')
		.set({ withdrawn_at: at })
		.where('organisation_id', '=', which.organisationId)
		.where(column, '=', value)
		.where('accepted_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.returning('id')
		.execute();
	return rows.length > 0;
}

/** Accepts an invitation that waits; answers whether this call did. */
export async function accept(trx: Transaction<Database>, id: string, at: string): Promise<boolean> {
	const rows = await trx
		.updateTable('helper_invitations')
		.set({ accepted_at: at })
		.where('id', '=', id)
		.where('accepted_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.returning('id')
		.execute();
	return rows.length > 0;
}

/** Names and addresses of people who were invited are not kept beyond this day. */
export async function deleteInvitations(trx: Transaction<Database>, before: string): Promise<void> {
	await trx.deleteFrom('helper_invitations').where('ends_at', '<', before).execute();
}
