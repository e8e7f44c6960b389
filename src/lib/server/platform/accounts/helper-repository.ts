import type { Transaction } from 'kysely';
import type { Database } from '$lib/server/schema';

/** Lets an account lead its organisation, or no longer; answers whether this call did. */
export async function setLeads(trx: Transaction<Database>, id: string, leads: boolean): Promise<boolean> {
	const changed = await trx
		.updateTable('accounts')
		.set({ leads_organisation: leads ? 1 : 0 })
		.where('id', '=', id)
		.where('leads_organisation', '=', leads ? 0 : 1)
		.returning('id')
		.execute();
	return changed.length === 1;
}

/** Removes a helper, or lets one in again; answers whether this call did. */
export async function setRemoved(trx: Transaction<Database>, id: string, at: string | null): Promise<boolean> {
	const changed = await trx
		.updateTable('accounts')
		.set({ disabled_at: at })
		.where('id', '=', id)
		.where('disabled_at', at === null ? 'is not' : 'is', null)
		.returning('id')
		.execute();
	return changed.length === 1;
}
