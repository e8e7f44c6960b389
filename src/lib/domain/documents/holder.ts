import type { Member } from '../household/fact-parts';
import type { PersonNames } from '../person/person';

/** A member of a household besides the applicant; `names` is null where no request tells them. */
export type KnownMember = Pick<Member, 'relation' | 'birthDate'> & { readonly names: PersonNames | null };

/** The member of the household to whom a document belongs. `givenName` tells twins apart; it is empty where no name was told. */
export type Holder = Pick<Member, 'relation' | 'birthDate'> & { readonly givenName: string };

export const holderOf = ({ relation, birthDate, names }: KnownMember): Holder => ({
	...{ relation, birthDate },
	givenName: names?.givenName ?? ''
});

/** A holder as the value of a field. */
export const holderKey = ({ relation, birthDate, givenName }: Holder): string =>
	[relation, birthDate, givenName].join('/');

type Place = Pick<Member, 'relation' | 'birthDate'>;
/** Requests number their members anew, so a relation and a birth date tell who is the same person. */
export const isSamePlace = (one: Place, other: Place): boolean =>
	one.relation === other.relation && one.birthDate === other.birthDate;

/** The member to whom a document belongs; undefined where it is none of them, or cannot be told from a twin. */
export function memberOf(holder: Holder, members: readonly KnownMember[]): KnownMember | undefined {
	const alike = members.filter((member) => isSamePlace(member, holder));
	if (alike.length === 1) return alike[0];
	const named = alike.filter(({ names }) => names !== null && names.givenName === holder.givenName);
	return named.length === 1 ? named[0] : undefined;
}

/**
 * The members of several requests of one household, each once. Of a relation and a birth date the request that tells most
 * names of them counts, and of those that tell as many the first.
 */
export function distinctMembers(households: readonly (readonly KnownMember[])[]): KnownMember[] {
	const all = households.flat();
	const places = all.filter((member, at) => all.findIndex((other) => isSamePlace(other, member)) === at);
	return places.flatMap((place) => {
		const told = households.map((members) => members.filter((member) => isSamePlace(member, place)));
		return told.reduce((best, next) => (namedIn(next) > namedIn(best) || best.length === 0 ? next : best));
	});
}

const namedIn = (members: readonly KnownMember[]): number => members.filter(({ names }) => names !== null).length;
