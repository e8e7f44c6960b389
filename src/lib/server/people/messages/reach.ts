import type { Kysely } from 'kysely';
import type { PersonFacts } from '$lib/domain/person/person';
import { postalAddress } from '$lib/domain/person/shown-contact';
import { isLocale, type Locale } from '$lib/paraglide/runtime';
import { config } from '$lib/server/config';
import { isKnownPhone } from '$lib/server/people/persons/phone';
import { discretionFor } from '$lib/server/people/protection/service';
import { readOwnPerson } from '$lib/server/people/persons/service';
import { isDeskAddress } from '$lib/server/platform/accounts/desk-address';
import { findAccount } from '$lib/server/platform/accounts/repository';
import type { Database } from '$lib/server/schema';

/** A person that is told something: by the account, or a household that has none, by the key of its request. */
export type Recipient =
	| { readonly accountId: string }
	| { readonly accountId: null; readonly dataKeyId: string; readonly reference: string };

type Direct = { readonly channel: 'sms' | 'io'; readonly to: string };

/** The way of a message to its reader. `direct`: the phone or the tax code where news is told in the place of the mail. */
export type Reach =
	| {
			readonly channel: 'email';
			readonly email: string;
			readonly name: string;
			readonly locale: Locale;
			readonly direct: Direct | undefined;
	  }
	| { readonly channel: 'paper'; readonly name: string | null; readonly locale: Locale };

/**
 * How a household or a landlord is reached; nothing else decides it. A reader without an account or an address, or one that chose
 * paper, gets a letter. Every other reader gets a mail, or the news by SMS or App IO where the reader chose it and the office has it. A reader
 * whose ordinary ways are closed gets nothing by itself: the letter waits for the office, which uses the safe contact. A reader who
 * may get the news alone gets no letter; what its mail says is decided when it leaves (leaving.ts). Null for an account that does
 * not exist.
 */
export async function reachOf(db: Kysely<Database>, to: Recipient): Promise<Reach | null> {
	if (to.accountId === null) return { channel: 'paper', name: null, locale: 'it' };
	const account = await findAccount(db, to.accountId);
	if (!account) return null;
	const { email, name } = account;
	const locale = isLocale(account.locale) ? account.locale : 'it';
	const person = await readOwnPerson(db, to.accountId);
	const discretion = await discretionFor(db, to.accountId, person?.facts ?? null);
	const wantsLetter = person?.facts.channel === 'letter';
	if (isDeskAddress(email) || discretion === 'closed' || (discretion === 'open' && wantsLetter))
		return { channel: 'paper', name, locale };
	return { channel: 'email', email, name, locale, direct: person ? directOf(person.facts) : undefined };
}

/** An SMS to a number that exists, or App IO by the tax code; undefined where the office has no such channel. */
function directOf({ channel, phone, taxCode }: PersonFacts): Direct | undefined {
	const { sms, appIo } = config();
	if (channel === 'phone' && sms && isKnownPhone(phone)) return { channel: 'sms', to: phone };
	return channel === 'io' && appIo && taxCode ? { channel: 'io', to: taxCode } : undefined;
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
	const { id, name } = account;
	const facts = (await readOwnPerson(db, id))?.facts ?? null;
	if ((await discretionFor(db, id, facts)) !== 'open') return { name, postal: null, onlySafe: true };
	const address = facts ? postalAddress(facts) : [];
	return { name, postal: address.length > 0 ? address : null, onlySafe: false };
}
