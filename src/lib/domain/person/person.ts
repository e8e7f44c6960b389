import type { Confirmed } from './confirmable';

/**
 * The way in which a person wants to be told of news. A message by e-mail goes to the address of the account;
 * `phone` is an SMS where the office has a gateway, and `io` the app of the State by the tax code.
 */
export const channels = ['email', 'letter', 'phone', 'io'] as const;
export type Channel = (typeof channels)[number];

/** How a person is told. The answer `phone` is a call, and an SMS at an office that has a gateway. */
export type Way = Channel | 'sms';
export const wayOf = (channel: Channel, hasSms: boolean): Way => (channel === 'phone' && hasSms ? 'sms' : channel);

/**
 * What the agency may send to the ordinary ways of a person: mail, phone and letter box. `nothing`: the office uses the safe contact
 * alone. `news`: that there is news, and no more. `unsaid`: the person was not asked, or gave no answer (adr 35).
 */
export const ordinaryWays = ['unsaid', 'nothing', 'news', 'everything'] as const;
export type OrdinaryWays = (typeof ordinaryWays)[number];

/** Languages that a person may want at the desk and on the phone, by ISO 639-1. The portal itself speaks fewer. */
export const spokenLanguages = [
	'it',
	'en',
	'ar',
	'bn',
	'es',
	'fr',
	'fil',
	'pt',
	'ro',
	'ru',
	'si',
	'sq',
	'uk',
	'ur',
	'zh'
] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

/** The names and the tax code of a person; an empty text was not told. The tax code is in capitals, without spaces. */
export type PersonNames = {
	readonly givenName: string;
	readonly familyName: string;
	readonly taxCode: string;
};

/** The facts that the portal keeps of a person who has an account; an empty text was not told. */
export type PersonFacts = PersonNames & {
	readonly birthPlace: string;
	/** In the international form where it was recognised, else as typed. */
	readonly phone: string;
	/** Street and number. */
	readonly street: string;
	readonly postcode: string;
	readonly town: string;
	/** A number, an address or a person who can be told without danger. */
	readonly safeContact: string;
	readonly ordinaryWays: OrdinaryWays;
	readonly channel: Channel;
	readonly spoken: SpokenLanguage;
	/** What a public identity confirmed; left out where it confirmed nothing. */
	readonly confirmed?: Confirmed | undefined;
};

export const fullName = ({ givenName, familyName }: Pick<PersonNames, 'givenName' | 'familyName'>): string =>
	`${givenName} ${familyName}`.trim();

/** Whether nobody may use another contact than the safe one. */
export const wantsOnlySafe = ({ ordinaryWays: may }: Pick<PersonFacts, 'ordinaryWays'>): boolean => may === 'nothing';

/** Whether the agency can call somebody: a name and a number, or the safe contact where no other may be used. */
export function canBeCalled(person: PersonFacts | null): boolean {
	if (!person || contactGap(person, false)) return false;
	return Boolean(wantsOnlySafe(person) ? person.safeContact : person.phone);
}

export type ContactGap = 'contact-missing' | 'safe-contact-missing';

/**
 * The details that an office still needs to reach a person: the names, those of the chosen channel, and a safe contact where
 * the household declares violence. Null when the office has them all.
 */
export function contactGap(person: PersonFacts | null, declaresViolence: boolean): ContactGap | null {
	if (!person?.givenName || !person.familyName) return 'contact-missing';
	if ((declaresViolence || wantsOnlySafe(person)) && !person.safeContact) return 'safe-contact-missing';
	if (person.channel === 'phone' && !person.phone) return 'contact-missing';
	if (person.channel === 'io' && !person.taxCode) return 'contact-missing';
	if (person.channel === 'letter' && !(person.street && person.town)) return 'contact-missing';
	return null;
}
