import type { Kysely } from 'kysely';
import { isLocale, type Locale } from '$lib/paraglide/runtime';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Database } from '$lib/server/schema';

/** A person that is told something: by the account, or a household that has none, by the key of its request. */
export type Recipient =
	| { readonly accountId: string }
	| { readonly accountId: null; readonly dataKeyId: string; readonly reference: string };

/** How a message gets to its reader. `postal`: the lines of the address; null where only the paper file has it. */
export type Reach =
	| { readonly channel: 'email'; readonly email: string; readonly name: string; readonly locale: Locale }
	| {
			readonly channel: 'paper';
			readonly postal: readonly string[] | null;
			readonly name: string | null;
			readonly locale: Locale;
	  };

/**
 * How a household, or a landlord, is reached. The one place that knows: who has an account is reached at its mail address,
 * who has none by letter. Null for an account that does not exist.
 */
export async function reachOf(db: Kysely<Database>, to: Recipient): Promise<Reach | null> {
	if (to.accountId === null) return { channel: 'paper', postal: null, name: null, locale: 'it' };
	const account = await findAccount(db, to.accountId);
	if (!account) return null;
	const { email, name } = account;
	return { channel: 'email', email, name, locale: isLocale(account.locale) ? account.locale : 'it' };
}
