// The kinds of numbers and words that a rule set holds. From them follow what a file may contain, the fields of the editor,
// and how a value is read out. Amounts are integers: money and points never pass through a float.

/** Between neighbours of a list: strictly more, or never less, or never more. */
type Order = 'rising' | 'never-falling' | 'never-rising';

type Common = {
	/** The meaning of an empty field: the value is absent, or null. Without this the value is needed. */
	readonly empty?: 'absent' | 'null';
	readonly order?: Order;
	/** A row in which only such fields are filled in is an empty row. */
	readonly beside?: true;
};

export type Unit = 'points' | 'euro' | 'm2' | 'percent';

export type Kind = Common &
	(
		| { readonly kind: 'hundredths'; readonly unit?: Unit; readonly most: number }
		| { readonly kind: 'whole'; readonly unit?: Unit; readonly least: number; readonly most: number }
		| { readonly kind: 'text' | 'date' }
		/** `free`: also a word that is not listed. */
		| { readonly kind: 'choice'; readonly choices: readonly string[]; readonly free?: true }
		| { readonly kind: 'choices'; readonly choices: readonly string[] }
		| { readonly kind: 'yes-no'; readonly choices: readonly string[] }
		/** There is nothing to write: the rule is asked, or not. */
		| { readonly kind: 'sure' }
		| { readonly kind: 'list'; readonly of: Kind; readonly filled?: true }
		| { readonly kind: 'group'; readonly members: Members }
	);

export type Members = { readonly [name: string]: Kind };

const MOST = 1_000_000_000;

/** Hundredths of a point. */
export const points = { kind: 'hundredths', unit: 'points', most: MOST } as const;
/** Cents. */
export const euro = { kind: 'hundredths', unit: 'euro', most: MOST } as const;
/** Hundredths of m2. */
export const area = { kind: 'hundredths', unit: 'm2', most: MOST } as const;
/** Hundredths of a unit. */
export const hundredths = { kind: 'hundredths', most: MOST } as const;
/** Hundredths of a per cent. */
export const share = { kind: 'hundredths', unit: 'percent', most: 10_000 } as const;
export const count = { kind: 'whole', least: 0, most: 1_000 } as const;
/** Whole per cent. */
export const percent = { kind: 'whole', unit: 'percent', least: 1, most: 100 } as const;
export const places = { kind: 'whole', least: 1, most: 100_000 } as const;
export const text = { kind: 'text' } as const;
export const date = { kind: 'date' } as const;
export const sure = { kind: 'sure' } as const;
export const yesNo = { kind: 'yes-no', choices: ['true', 'false'] } as const;

export const choice = <const Choices extends readonly string[]>(choices: Choices) =>
	({ kind: 'choice', choices }) as const;
/** One of `choices`, or a word that an agency adds. */
export const word = (choices: readonly string[]) => ({ kind: 'choice', choices, free: true }) as const;
export const choices = <const Choices extends readonly string[]>(all: Choices) =>
	({ kind: 'choices', choices: all }) as const;
export const list = <const Of extends Kind>(of: Of) => ({ kind: 'list', of }) as const;
/** A list with at least one value. */
export const filledList = <const Of extends Kind>(of: Of) => ({ kind: 'list', of, filled: true }) as const;
export const group = <const All extends Members>(members: All) => ({ kind: 'group', members }) as const;

export const rising = <const One extends Kind>(one: One) => ({ ...one, order: 'rising' }) as const;
export const neverFalling = <const One extends Kind>(one: One) => ({ ...one, order: 'never-falling' }) as const;
export const neverRising = <const One extends Kind>(one: One) => ({ ...one, order: 'never-rising' }) as const;
export const orNull = <const One extends Kind>(one: One) => ({ ...one, empty: 'null' }) as const;
export const beside = <const One extends Kind>(one: One) => ({ ...one, beside: true }) as const;
/** True, or absent. */
export const orAbsent = { kind: 'yes-no', choices: ['true'], empty: 'absent' } as const;

type Plain = { hundredths: number; whole: number; text: string; date: string; 'yes-no': boolean; sure: true };
type AbsentNames<All extends Members> = {
	[Name in keyof All]: All[Name] extends { readonly empty: 'absent' } ? Name : never;
}[keyof All];
type GroupValue<All extends Members> = {
	readonly [Name in Exclude<keyof All, AbsentNames<All>>]: ValueOf<All[Name]>;
} & {
	readonly [Name in AbsentNames<All>]?: ValueOf<All[Name]>;
};

/** The value that a kind describes. */
export type ValueOf<One extends Kind> =
	| (One extends { readonly kind: 'group'; readonly members: infer All extends Members }
			? GroupValue<All>
			: One extends { readonly kind: 'list'; readonly of: infer Of extends Kind }
				? readonly ValueOf<Of>[]
				: One extends { readonly free: true }
					? string
					: One extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
						? Choice
						: One extends { readonly kind: 'choices'; readonly choices: readonly (infer Choice)[] }
							? readonly Choice[]
							: One['kind'] extends keyof Plain
								? Plain[One['kind']]
								: never)
	| (One extends { readonly empty: 'null' } ? null : never);
