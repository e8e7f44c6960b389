import type { Kysely } from 'kysely';
import { deskAddressPattern } from '$lib/server/platform/accounts/desk-address';
import type { Database } from '$lib/server/schema';

/** The things that a person leaves in an account that was used. */
const traces = [
	'application_drafts',
	'applications',
	'documents',
	'desk_records',
	'listings',
	'messages',
	'persons'
] as const;

/**
 * Accounts without an address that a proposal of a mandate made, where nobody said yes to any and nothing else is kept. `before`: the
 * last of the proposals ended before this instant.
 */
export async function listEmptyAccounts(db: Kysely<Database>, before: string, limit: number): Promise<string[]> {
	const ended = ['early_at', 'ends_at'] as const;
	let query = db
		.selectFrom('accounts')
		.select('accounts.id')
		.where('accounts.email', 'like', deskAddressPattern)
		.where('accounts.disabled_at', 'is', null)
		.where(({ exists, selectFrom }) =>
			exists(selectFrom('mandates').select('mandates.id').whereRef('mandates.account_id', '=', 'accounts.id'))
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('mandates')
						.select('mandates.id')
						.whereRef('mandates.account_id', '=', 'accounts.id')
						.where(({ or, eb, fn }) =>
							or([eb('consented_at', 'is not', null), eb(fn.coalesce(...ended), '>=', before)])
						)
				)
			)
		);
	for (const table of traces)
		query = query.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom(table).select(`${table}.id`).whereRef(`${table}.account_id`, '=', 'accounts.id')))
		);
	const rows = await query.orderBy('accounts.id').limit(limit).execute();
	return rows.map(({ id }) => id);
}
