import type { Kysely } from 'kysely';
import { shownContact, type ShownContact } from '$lib/domain/person/shown-contact';
import { isLocale, type Locale } from '$lib/paraglide/runtime';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Database } from '$lib/server/schema';

/** A person that is told something: by the account, or a household that has none, by the key of its request. */
export type Recipient =
	| { readonly accountId: string }
	| { readonly accountId: null; readonly dataKeyId: string; readonly reference: string };

/** The way of a message to its reader. */
export type Reach =
	| { readonly channel: 'email'; readonly email: string; readonly name: string; readonly locale: Locale }
	| { readonly channel: 'paper'; readonly name: string | null; readonly locale: Locale };

/**
 * How a household, or a landlord, is reached. The one place that knows: by letter who has no account or chose paper, at the
 * mail address of the account everybody else. Nothing is sent by itself to who may be told by the safe contact alone:
 * the letter waits for the office. Null for an account that does not exist.
 */
export async function reachOf(db: Kysely<Database>, to: Recipient): Promise<Reach | null> {
	if (to.accountId === null) return { channel: 'paper', name: null, locale: 'it' };
	const account = await findAccount(db, to.accountId);
	if (!account) return null;
	const { email, name } = account;
	const locale = isLocale(account.locale) ? account.locale : 'it';
	const contact = await contactOf(db, to.accountId, email);
	const onPaper = contact !== null && (contact.isProtected || contact.channel === 'letter');
	return onPaper ? { channel: 'paper', name, locale } : { channel: 'email', email, name, locale };
}

/** Whom a letter is addressed to. `postal`: the lines of the address; null where only the paper file has it. */
export type Postal = {
	readonly name: string | null;
	readonly postal: readonly string[] | null;
	/** The office may use the safe contact alone, and no other address. */
	readonly onlySafe: boolean;
};

export async function postalOf(db: Kysely<Database>, accountId: string | null): Promise<Postal> {
	const account = accountId === null ? undefined : await findAccount(db, accountId);
	if (!account) return { name: null, postal: null, onlySafe: false };
	const { id, email, name } = account;
	const contact = await contactOf(db, id, email);
	if (contact?.isProtected) return { name, postal: null, onlySafe: true };
	return { name, postal: contact?.address.length ? contact.address : null, onlySafe: false };
}

/** A person who chose paper and named a safe contact counts as protected: others may open a letter at home. */
async function contactOf(db: Kysely<Database>, accountId: string, email: string): Promise<ShownContact | null> {
	const person = await readOwnPerson(db, accountId);
	if (!person) return null;
	const { facts } = person;
	return shownContact(facts, email, facts.channel === 'letter' && facts.safeContact !== '');
}
