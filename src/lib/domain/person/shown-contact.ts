import { wantsOnlySafe, wayOf, type PersonFacts, type SpokenLanguage, type Way } from './person';

/** The contacts of a person. A protected person has the safe contact alone: every other one is left out. */
export type ShownContact =
	| { readonly isProtected: true; readonly safeContact: string; readonly spoken: SpokenLanguage }
	| {
			readonly isProtected: false;
			readonly way: Way;
			readonly email: string;
			readonly phone: string;
			/** Lines of a postal address; empty when none was told. */
			readonly address: readonly string[];
			readonly spoken: SpokenLanguage;
	  };

/** The lines of a postal address; none where none was told. */
export const postalAddress = ({
	street,
	postcode,
	town
}: Pick<PersonFacts, 'street' | 'postcode' | 'town'>): string[] =>
	[street, `${postcode} ${town}`.trim()].filter(Boolean);

/** `email`: of the person's account. `hasSms`: the office has an SMS gateway. */
type Office = { readonly email: string; readonly hasSms: boolean };

/** The contacts that may be shown and used. `declaresViolence`: a request of the person says so, whatever the contact page says. */
export function shownContact(person: PersonFacts, { email, hasSms }: Office, declaresViolence: boolean): ShownContact {
	const { safeContact, spoken, channel, phone } = person;
	if (wantsOnlySafe(person) || declaresViolence) return { isProtected: true, safeContact, spoken };
	return { isProtected: false, way: wayOf(channel, hasSms), email, phone, address: postalAddress(person), spoken };
}
