import { plainSigns } from '$lib/domain/numbers/plain-signs';
import { searchText } from '$lib/server/homes/dwellings/search-text';
import type { Warning } from './report';

/** A code as it is compared: letters and numbers in their order, without capitals, accents, signs and leading zeros. */
export const codeLikeness = (code: string): string =>
	(searchText(plainSigns(code)).match(/\d+|[^\d ]+/g) ?? [])
		.map((part) => (/^\d/.test(part) ? part.replace(/^0+(?=\d)/, '') : part))
		.join('-');

const kindsOfStreet: Readonly<Record<string, string>> = {
	v: 'via',
	'v le': 'viale',
	vle: 'viale',
	'p za': 'piazza',
	'p zza': 'piazza',
	pza: 'piazza',
	pzza: 'piazza',
	'c so': 'corso',
	cso: 'corso',
	'l go': 'largo',
	lgo: 'largo'
};
const SHORT_STREET = new RegExp(
	`^(?:${Object.keys(kindsOfStreet)
		.toSorted((a, b) => b.length - a.length)
		.join('|')}) `
);

const plainStreet = (street: string) =>
	searchText(street).replace(SHORT_STREET, (short) => `${kindsOfStreet[short.trim()]} `);
const plainNumber = (number: string) => codeLikeness(number.replace(/^(?:interno|int|n)\b[. ]*/i, ''));

export type Address = {
	readonly street: string | null;
	readonly streetNumber: string | null;
	readonly municipality: string;
};

/** An address as it is compared: `V.le Monza 012` is `viale monza 12`; null without a street and a number. */
export const addressLikeness = ({ street, streetNumber, municipality }: Address): string | null =>
	street && streetNumber ? [searchText(municipality), plainStreet(street), plainNumber(streetNumber)].join('|') : null;

type Entry = { readonly code: string; readonly address: string | null; readonly line: number | null };
export type BuildingEntry = Entry;
/** `unit`: number of the flat. */
export type HomeEntry = Entry & { readonly unit: string | null };

type Seen = { readonly code: string; readonly line: number | null };

/** The buildings and homes seen so far, and which of them the next one is like under another code. */
export class LookAlikes {
	readonly #seen = {
		building: new Map<string, Seen>(),
		address: new Map<string, Seen>(),
		home: new Map<string, Seen>(),
		flat: new Map<string, Seen>()
	};

	building({ code, address, line }: BuildingEntry): Warning[] {
		return [
			...this.#look('building', codeLikeness(code), { code, line }, 'like-code', 'codice_edificio'),
			...this.#look('address', address, { code, line }, 'same-address', 'codice_edificio')
		].slice(0, 1);
	}

	home({ code, address, unit, line }: HomeEntry): Warning[] {
		const flat = address && unit ? `${address}|${plainNumber(unit)}` : null;
		return [
			...this.#look('home', codeLikeness(code), { code, line }, 'like-code', 'codice_alloggio'),
			...this.#look('flat', flat, { code, line }, 'same-flat', 'codice_alloggio')
		].slice(0, 1);
	}

	#look(
		among: 'building' | 'address' | 'home' | 'flat',
		likeness: string | null,
		{ code, line }: Seen,
		kind: Warning['kind'],
		column: string
	): Warning[] {
		if (likeness === null) return [];
		const other = this.#seen[among].get(likeness);
		if (!other) this.#seen[among].set(likeness, { code, line });
		if (!other || other.code === code || line === null) return [];
		return [{ kind, row: line, column, value: code, other: other.code, otherRow: other.line }];
	}
}
