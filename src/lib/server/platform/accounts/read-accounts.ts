import type { Kysely } from 'kysely';
import { guardedRoles } from '$lib/server/platform/auth/actor';
import type { Database } from '$lib/server/schema';
import type { Account } from './account';
import { isGiven } from './administer';
import { isErased } from './erased-address';
import { listOrganisations } from '$lib/server/platform/organisations/repository';
import { countAccounts, findAccount, listAccounts, type AccountFilter } from './repository';

const PAGE = 50;

/** Accounts by address, a page at a time; never a case, never a secret. */
export async function readAccounts(db: Kysely<Database>, filter: AccountFilter & { page: number }) {
	const total = await countAccounts(db, filter);
	const pages = Math.max(1, Math.ceil(total / PAGE));
	const page = Math.min(Math.max(1, filter.page), pages);
	const rows = await listAccounts(db, filter, { limit: PAGE, offset: (page - 1) * PAGE });
	return { accounts: rows.map(shown), total, page, pages };
}

/** One account for the administration; undefined where there is none, or its person had it erased. */
export async function readAccount(db: Kysely<Database>, id: string) {
	const account = await findAccount(db, id);
	return account && !isErased(account) ? shown(account) : undefined;
}

export async function readOrganisations(db: Kysely<Database>) {
	return listOrganisations(db);
}

function shown(account: Account) {
	return {
		id: account.id,
		name: account.name,
		email: account.email,
		role: account.role,
		organisationId: account.organisationId,
		givenRole: isGiven(account.role) ? account.role : null,
		demo: account.demo,
		disabled: account.disabledAt !== null,
		hasPassword: account.passwordHash !== '',
		hasSecondFactor: account.totpSealed !== null,
		mustHaveSecondFactor: guardedRoles.includes(account.role),
		createdAt: account.createdAt
	};
}
