import type { Day } from '../calendar/instant';
import type { Disability, Member, ResidenceSpan } from './fact-parts';

// How a fact is asked, and in which unit it is kept.

export const yesNo = { kind: 'yes-no' } as const;
/** One of several things that can have happened, ticked in a group; not ticked: it did not. */
export const happened = { kind: 'happened' } as const;
/** A day, to come or gone. */
export const day = { kind: 'day' } as const;
/** The first day of something that still lasts; null: it does not. */
export const since = { kind: 'since' } as const;
/** Euro in cents. */
export const money = { kind: 'money' } as const;
/** Hundredths of m2. */
export const area = { kind: 'area' } as const;
/** A whole number from 0 to `most`. */
export const whole = (most: number) => ({ kind: 'whole', most }) as const;
export const oneOf = <const Choices extends readonly string[]>(choices: Choices) => ({ kind: 'one', choices }) as const;
/** Several of a list, or none of them. */
export const someOf = <const Choices extends readonly string[]>(choices: Choices) =>
	({ kind: 'some', choices }) as const;
export const people = { kind: 'people' } as const;
export const spans = { kind: 'spans' } as const;
export const disabilities = { kind: 'disabilities' } as const;

export type FactKind =
	| typeof yesNo
	| typeof happened
	| typeof day
	| typeof since
	| typeof money
	| typeof area
	| ReturnType<typeof whole>
	| { readonly kind: 'one' | 'some'; readonly choices: readonly string[] }
	| typeof people
	| typeof spans
	| typeof disabilities;

type Values = {
	'yes-no': boolean;
	happened: boolean;
	day: Day;
	since: Day;
	money: number;
	area: number;
	whole: number;
	people: readonly Member[];
	spans: readonly ResidenceSpan[];
	disabilities: readonly Disability[];
};

/** The value of a fact of a kind. */
export type KindValue<Kind extends FactKind> = Kind extends { kind: 'one'; choices: readonly (infer Choice)[] }
	? Choice
	: Kind extends { kind: 'some'; choices: readonly (infer Choice)[] }
		? readonly Choice[]
		: Kind['kind'] extends keyof Values
			? Values[Kind['kind']]
			: never;
