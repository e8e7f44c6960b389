import { z } from 'zod';
import type { Instant } from '$lib/domain/calendar/instant';
import { compareVersions, fieldsOfValues, type Fields, type TwoVersions } from '$lib/domain/forms/two-versions';
import { postedValues } from './posted-values';
import { readJson } from './read-json';

const LONGEST = 120_000;
const fields = z.record(z.string().max(200), z.array(z.string().max(10_000)).max(3_000));

/** The values that a form carries in one hidden field; undefined where there are none that can be read. */
function carried(form: FormData, name: string): Fields | undefined {
	const text = form.get(name);
	if (typeof text !== 'string' || text.length > LONGEST) return undefined;
	return fields.safeParse(readJson(text, { depth: 2, values: 10_000 })).data;
}

type Values = Record<string, string | string[]>;
/** `values`: to fill the form with. `undecided`: fields without a choice. */
export type Stale = TwoVersions & { readonly values: Values; readonly undecided: readonly string[] };

/**
 * What a form carries besides its fields: `_opened` holds the values it started from, `_seen` the values that its page
 * told as saved by another, `_ask` the fields to choose for, and `_keep-x` the choice for the field `x`. Everything else
 * is what the person sent. A field whose saved value was chosen takes that value.
 */
export function chooseVersions(form: FormData): void {
	const seen = carried(form, '_seen');
	for (const name of new Set(form.getAll('_ask').map(String))) {
		if (form.get(`_keep-${name}`) !== 'saved' || !seen) continue;
		form.delete(name);
		for (const value of seen[name] ?? []) form.append(name, value);
	}
}

type Shown = Readonly<Record<string, unknown>>;

/**
 * Whether `form` was opened before another save of its fields; then what to show. `saved`: the values of its fields by
 * now, `yours`: those that it would save, both as its page shows saved values. To be called in the transaction that
 * saves. A form without `_opened` is compared with nothing saved.
 */
export function staleOf(form: FormData, { saved, yours }: { saved: Shown; yours: Shown }): Stale | undefined {
	const [now, sent] = [fieldsOfValues(saved), fieldsOfValues(yours)];
	const opened = carried(form, '_opened') ?? {};
	const undecided = undecidedOf(form);
	const isSettled = undecided.length === 0 && !form.has('_neither');
	if (isSettled && !compareVersions(carried(form, '_seen') ?? opened, now, sent)) return undefined;
	const versions = compareVersions(opened, now, sent) ?? { saved: now, clashes: {}, theirs: {} };
	const values = postedValues(form);
	for (const name of Object.keys(versions.theirs)) values[name] = [...(now[name] ?? [])];
	return { ...versions, values, undecided };
}

/** The person who saved meanwhile, and when; without a name it was the same person, in another tab. */
type SavedBy = { readonly name: string | null; readonly at: Instant | null };

/** What an action returns when its form was opened before another save. */
export const staleForm = ({ stale, by }: { readonly stale: Stale; readonly by: SavedBy }) => ({
	errors: {} as Record<string, string>,
	problem: undefined,
	values: stale.values,
	stale: { ...stale, by }
});

/** The values of a returned form as a form, for pages that read their fields from one. */
export function formOfValues(values: Values): FormData {
	const form = new FormData();
	for (const [name, given] of Object.entries(values)) for (const value of [given].flat()) form.append(name, value);
	return form;
}

const undecidedOf = (form: FormData) =>
	form
		.getAll('_ask')
		.map(String)
		.filter((name) => !form.has(`_keep-${name}`) && !form.has('_neither'));
