import { z } from 'zod';
import type { Day } from '$lib/domain/calendar/instant';
import type { ClaimMap, ClaimName } from '$lib/server/config-identity';

/** What a gateway tells of a person; an empty text was not told. */
export type PublicClaims = {
	/** In capitals, without the country in front. */
	readonly taxCode: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly birthDate: Day | '';
	readonly birthPlace: string;
	readonly email: string;
	/** The gateway says that the address was proved to be the person's. */
	readonly emailVerified: boolean;
};

/** The space of names of the Italian profile of OpenID Connect (spid-cie-oidc-docs, attributes of the user). */
const ITALIAN = 'https://attributes.eid.gov.it/';

/** The names under which gateways send a claim, the first that is there counts: the standard's and SPID's. */
const usual: Readonly<Record<ClaimName, readonly string[]>> = {
	fiscal_number: [`${ITALIAN}fiscal_number`, 'fiscal_number', 'fiscalNumber'],
	given_name: ['given_name', 'name_given', 'firstName'],
	family_name: ['family_name', 'familyName'],
	birth_date: ['birthdate', `${ITALIAN}date_of_birth`, 'date_of_birth', 'dateOfBirth'],
	birth_place: ['place_of_birth', `${ITALIAN}place_of_birth`, 'placeOfBirth'],
	email: ['email', `${ITALIAN}e_mail`]
};

const text = z.string().trim().max(200);
const day = z.iso.date();
/** A place of birth is an object with the town (OpenID Connect for Identity Assurance, `place_of_birth`), or a text. */
const place = z.object({ locality: text }).transform(({ locality }) => locality);
const words = z.union([text, place]);
/** SPID tells a place by its code in the land register, such as F205, which says nothing to a person. */
const PLACE_CODE = /^[A-Z]\d{3}$/;

/**
 * The claims of a person, in our names. `map` names what this gateway calls them, where that is not usual. A claim of
 * another shape than expected counts as not told: a sign-in does not fail for a birth date.
 */
export function readClaims(raw: Readonly<Record<string, unknown>>, map: ClaimMap): PublicClaims {
	const told = (name: ClaimName): string => {
		const names = map[name] === undefined ? usual[name] : [map[name]];
		const given = names.filter((one) => Object.hasOwn(raw, one)).map((one) => words.safeParse(raw[one]));
		return given.find(({ success, data }) => success && data)?.data ?? '';
	};
	const born = day.safeParse(told('birth_date'));
	const birthPlace = told('birth_place').slice(0, 120);
	return {
		taxCode: told('fiscal_number')
			.toUpperCase()
			.replace(/^TINIT-/, ''),
		givenName: told('given_name').slice(0, 80),
		familyName: told('family_name').slice(0, 80),
		birthDate: born.success ? born.data : '',
		birthPlace: PLACE_CODE.test(birthPlace) ? '' : birthPlace,
		email: told('email'),
		emailVerified: raw['email_verified'] === true
	};
}

/** Whether the level of the sign-in is one of those that are accepted. A gateway that names none is refused. */
export const isAcceptedLevel = (acr: unknown, accepted: readonly string[]): boolean =>
	typeof acr === 'string' && accepted.includes(acr);
