import type { Decided, KeyKind, ToldPeople } from '$lib/domain/duplicates/told-people';
import { keyKinds } from '$lib/domain/duplicates/told-people';

/** A person of a request, as a test tells them: equal texts are equal keys. */
export type Telling = Partial<Record<KeyKind, string>> & {
	readonly by: string;
	readonly request?: string;
	readonly born?: string;
	readonly ended?: boolean;
	/** The number of an earlier telling that is the same row. */
	readonly again?: number;
};

function numbering() {
	const known = new Map<string, number>();
	return (text: string | undefined) => {
		if (text === undefined) return 0;
		if (!known.has(text)) known.set(text, known.size + 1);
		return known.get(text)!;
	};
}

/** The columns of people who are told one after the other. */
export function toldPeople(tellings: readonly Telling[], decided: readonly Decided<number>[] = []): ToldPeople {
	const persons = tellings.filter(({ again }) => again === undefined);
	const [teller, request, born] = [numbering(), numbering(), numbering()];
	const keys = Object.fromEntries(
		keyKinds.map((kind) => {
			const number = numbering();
			return [kind, Int32Array.from(persons, (one) => number(one[kind] ?? (kind === 'base' ? one.code : undefined)))];
		})
	) as Record<KeyKind, Int32Array>;
	let next = 0;
	return {
		count: persons.length,
		teller: Int32Array.from(persons, ({ by }) => teller(by)),
		keys,
		places: {
			person: Int32Array.from(tellings, ({ again }) => again ?? next++),
			request: Int32Array.from(tellings, (one) => request(one.request ?? one.by) - 1),
			born: Int32Array.from(tellings, (one) => born(one.born)),
			live: Uint8Array.from(tellings, ({ ended }) => (ended ? 0 : 1))
		},
		decided
	};
}
