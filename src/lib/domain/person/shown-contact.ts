import { wantsOnlySafe, type Channel, type PersonFacts, type SpokenLanguage } from './person';

/** The contacts of a person. A protected person has the safe contact alone: every other one is left out. */
export type ShownContact =
	| { readonly isProtected: true; readonly safeContact: string; readonly spoken: SpokenLanguage }
	| {
			readonly isProtected: false;
			readonly channel: Channel;
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

/** The contacts that may be shown and used. `declaresViolence`: a request of the person says so, whatever the contact page says. */
export function shownContact(person: PersonFacts, email: string, declaresViolence: boolean): ShownContact {
	const { safeContact, spoken, channel, phone } = person;
	if (wantsOnlySafe(person) || declaresViolence) return { isProtected: true, safeContact, spoken };
	return { isProtected: false, channel, email, phone, address: postalAddress(person), spoken };
}
