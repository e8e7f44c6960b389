import { z } from 'zod';
import { noteAccountsRead } from '$lib/server/people/readings/note-readings';
import { readAccounts } from '$lib/server/platform/accounts/read-accounts';
import { roleNames, roleOptions } from '$lib/server/platform/accounts/role-names';
import { now } from '$lib/server/clock';
import { readTally } from '$lib/server/platform/audit/tally';
import { roles } from '$lib/server/platform/auth/actor';
import { requireActor } from '$lib/server/platform/auth/require-actor';
import { db, transact } from '$lib/server/platform/db/app';
import { filesState } from '$lib/server/platform/health/files-service';
import type { PageServerLoad } from './$types';

const query = z.object({
	role: z.enum(roles).nullable().catch(null),
	email: z.string().trim().toLowerCase().max(254).catch(''),
	page: z.coerce.number().int().positive().max(100_000).catch(1)
});

export const load: PageServerLoad = async ({ url, locals }) => {
	const filter = query.parse(
		Object.fromEntries(['role', 'email', 'page'].map((key) => [key, url.searchParams.get(key)]))
	);
	const found = await transact(async (trx) => {
		const read = await readAccounts(trx, filter);
		await noteAccountsRead(trx, read.accounts, requireActor(locals), now());
		return read;
	});
	const accounts = found.accounts.map((account) => ({ ...account, roleName: roleNames[account.role]() }));
	return {
		...found,
		tally: await readTally(db(), now()),
		files: await filesState(),
		accounts,
		filter,
		roleOptions: roleOptions(roles),
		created: url.searchParams.has('created')
	};
};
