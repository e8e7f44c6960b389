import type { Day } from '../calendar/instant';

/**
 * `ask`: it is rare, so the page asks whether it is right, and goes on once a person says so. `refuse`: it cannot be, so
 * it is not taken.
 */
export type Level = 'ask' | 'refuse';

/** Where a limit comes from. `own`: the portal's own reading of what is rare; no law says it. */
export type Source = { readonly text: string; readonly certainty: 'found' | 'known' | 'own' };

/** What a rule found: the values that its sentence names, and the field that shows it where a rule has several. */
export type Found = { readonly field?: string; readonly values: Readonly<Record<string, string | number>> };

/**
 * A rule about facts that can hardly be, or cannot be, true together.
 * fields: the facts it looks at, the one that shows the doubt first.
 * stops: a page asks before it goes on. A rule about ages and relations, or about answers of two pages, never stops: the
 * doubt is named and a person goes on.
 */
export type Rule<Id extends string, Facts> = {
	readonly id: Id;
	readonly level: Level;
	readonly stops: boolean;
	readonly fields: readonly string[];
	readonly source: Source;
	readonly find: (facts: Facts, today: Day) => readonly Found[];
};

export type Doubt<Id extends string = string> = Found & {
	readonly rule: Id;
	readonly level: Level;
	readonly stops: boolean;
	readonly fields: readonly string[];
	/** Names the doubt and its values: who says that it is right is asked again only when they change. */
	readonly key: string;
};

export const own = (text: string): Source => ({ text, certainty: 'own' });
export const known = (text: string): Source => ({ text, certainty: 'known' });

/** Everything that the rules doubt, in their order. */
export function doubtsOf<Id extends string, Facts>(
	rules: readonly Rule<Id, Facts>[],
	facts: Facts,
	today: Day
): Doubt<Id>[] {
	return rules.flatMap(({ id, level, stops, fields, find }) =>
		find(facts, today).map((one) => {
			const key = [id, one.field ?? '', ...Object.values(one.values)].join(' ').slice(0, 180);
			return { ...one, rule: id, level, stops, fields, key };
		})
	);
}

/** Those that a person has not said to be right. What cannot be stays, whatever was said. */
export const unanswered = <One extends Doubt>(doubts: readonly One[], sure: readonly string[]): One[] =>
	doubts.filter(({ level, key }) => level === 'refuse' || !sure.includes(key));

type Limits = {
	/** In the unit of the fact. Below `least` or above `most` it is asked about or refused. */
	readonly ask?: { readonly least?: number; readonly most?: number };
	readonly refuse?: { readonly least?: number; readonly most?: number };
};

/** The four rules of a range: `netArea-low` asks and `netArea-none` refuses below, `-high` asks and `-over` refuses above. */
export function rangeOf<Field extends string>(field: Field, { ask, refuse }: Limits, source: Source) {
	type Facts = { readonly [Name in Field]?: number | null | undefined };
	const rule = (id: `${Field}-${'none' | 'low' | 'high' | 'over'}`, level: Level, is: (value: number) => boolean) => ({
		id,
		level,
		stops: true,
		fields: [field],
		source,
		find: (facts: Facts) => {
			const value = facts[field];
			return typeof value === 'number' && is(value) ? [{ values: { value } }] : [];
		}
	});
	const [none, over] = [refuse?.least ?? -Infinity, refuse?.most ?? Infinity];
	return [
		rule(`${field}-none`, 'refuse', (value) => value < none),
		rule(`${field}-low`, 'ask', (value) => value >= none && value < (ask?.least ?? -Infinity)),
		rule(`${field}-high`, 'ask', (value) => value <= over && value > (ask?.most ?? Infinity)),
		rule(`${field}-over`, 'refuse', (value) => value > over)
	] as const;
}
