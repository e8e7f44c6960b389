import { getContext, setContext } from 'svelte';
import { fieldsOfValues, type Clash, type TwoVersions } from '$lib/domain/forms/two-versions';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Option } from './field';

const KEY = Symbol('two-versions');

/** The person who saved meanwhile, and when. No name: the same person, in another tab. */
export type SavedBy = { readonly name: string | null; readonly at: Instant | null };

/** A form that came back because somebody saved other values after it was opened. */
export type StaleForm = TwoVersions & {
	readonly values: Readonly<Record<string, string | readonly string[]>>;
	readonly undecided: readonly string[];
	readonly by: SavedBy;
};

/** A field's values in words. */
export type Say = (values: readonly string[]) => string;

/** Values as the options that stand for them. */
export const sayOptions =
	(options: readonly Option[]): Say =>
	(values) =>
		values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');

/** What a field shows of the two versions. `note`: the field shows a value, and tells the other one. */
export type Shown =
	| { readonly kind: 'choose'; readonly clash: Clash; readonly chosen: string; readonly isMissing: boolean }
	| { readonly kind: 'note'; readonly clash: Clash; readonly isTheirs: boolean };

type Context = () => StaleForm | undefined;

export const shareVersions = (stale: Context): unknown => setContext(KEY, stale);

/** What the field `name` shows of the two versions, if anything. To be called while a component is made. */
export function versionsShown(): (name: string) => Shown | undefined {
	const context = getContext<Context | undefined>(KEY);
	return (name) => {
		const stale = context?.();
		const [clash, theirs] = [stale?.clashes[name], stale?.theirs[name]];
		if (stale && clash && stale.values['_neither'] !== undefined) return { kind: 'note', clash, isTheirs: false };
		if (stale && clash) {
			const chosen = String(stale.values[`_keep-${name}`] ?? '');
			return { kind: 'choose', clash, chosen, isMissing: stale.undecided.includes(name) };
		}
		return theirs && { kind: 'note', clash: theirs, isTheirs: true };
	};
}

/** What an action returns when it did not save. */
export type Returned = {
	readonly values?: Readonly<Record<string, unknown>>;
	readonly stale?: StaleForm | undefined;
};

/**
 * The values that a form started from, for its hidden field. A form that came back keeps those of its first page: with
 * the newest it would pass for a form that was opened after the other save.
 */
export function openedValues(saved: Readonly<Record<string, unknown>>, returned: Returned | null | undefined): string {
	const first = returned?.values?.['_opened'];
	return typeof first === 'string' ? first : JSON.stringify(fieldsOfValues(saved));
}

/** The saved values that a returned form told, for its hidden field: the next post is compared with them. */
export function seenValues(returned: Returned | null | undefined): string | undefined {
	if (returned?.stale) return JSON.stringify(returned.stale.saved);
	const seen = returned?.values?.['_seen'];
	return typeof seen === 'string' ? seen : undefined;
}
