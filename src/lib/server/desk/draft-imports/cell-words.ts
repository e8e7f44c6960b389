import type { Citizenship, Eviction, HomeKind, IseeKind, Relation } from '$lib/domain/household/choices';
import { searchText } from '$lib/server/homes/dwellings/search-text';

/** The words that a cell may hold, by the choice of the form that they mean. Capitals, accents and signs do not matter. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const relationWords = {
	spouse: ['coniuge', 'moglie', 'marito'],
	partner: ['convivente', 'compagno', 'compagna'],
	child: ['figlio', 'figlia'],
	parent: ['genitore', 'madre', 'padre'],
	other: ['altro', 'altra']
} as const satisfies Record<Exclude<Relation, 'applicant'>, readonly string[]>;

export const citizenshipWords = {
	italian: ['italiana'],
	eu: ['ue'],
	'eu-long-term-permit': ['lungo periodo'],
	'two-year-permit-and-work': ['permesso e lavoro'],
	'international-protection': ['protezione internazionale'],
	other: ['altra']
} as const satisfies Record<Citizenship, readonly string[]>;

export const homeWords = {
	rented: ['affitto'],
	owned: ['proprietà'],
	hosted: ['ospite'],
	improper: ['non è una casa'],
	none: ['senza casa']
} as const satisfies Record<HomeKind, readonly string[]>;

export const evictionWords = {
	none: ['no'],
	notified: ['notificato'],
	enforceable: ['esecutivo']
} as const satisfies Record<Eviction, readonly string[]>;

export const iseeWords = {
	ordinary: ['ordinario'],
	current: ['corrente']
} as const satisfies Record<IseeKind, readonly string[]>;

/** The choice that a cell means; undefined for a word of none. */
export const choiceOf = (words: Words, cell: string): string | undefined =>
	Object.keys(words).find((choice) => words[choice]!.some((word) => searchText(word) === searchText(cell)));

/** All words of a column, as a sentence names them. */
export const listed = (words: Words): string => Object.values(words).flat().join(', ');
