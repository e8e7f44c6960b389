/** What a person tells that another telling of the same person may repeat. `base`: the code without the letters of an omocode. */
export const keyKinds = ['code', 'base', 'letters', 'sound', 'phone'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** Where a person stands in a request. A person with an account has a place in each of its requests. */
export type Places = {
	readonly person: Int32Array;
	/** A number of the request, from 0. */
	readonly request: Int32Array;
	/** The birth date as a number above 0; equal dates are equal numbers. */
	readonly born: Int32Array;
	/** 1: the request is in its ranking or may come into it. */
	readonly live: Uint8Array;
};

/**
 * Everybody whom requests tell of, by columns. A person is a number from 0 to `count` - 1, told by one account (`teller`, a
 * number above 0). A key is a number: equal keys are equal numbers, and 0 says that nothing was told, which is like nobody.
 */
export type ToldPeople = {
	readonly count: number;
	readonly teller: Int32Array;
	readonly keys: Readonly<Record<KeyKind, Int32Array>>;
	readonly places: Places;
	readonly decided: readonly Decided<number>[];
};

/** Somebody decided about these people: they are one person, or each is another. */
export type Decided<Person> = { readonly outcome: 'same' | 'apart'; readonly persons: readonly Person[] };
