import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';

/** One of `values`; undefined for none, where an answer is not `needed`. */
export function choice<Value extends string>(values: readonly Value[], needed: boolean): z.ZodType<Value | undefined> {
	const one = z.enum(values, { error: () => m.apply_error_choose() });
	if (needed) return one;
	return z
		.union([z.literal(''), one])
		.optional()
		.transform((given) => given || undefined);
}

/** A yes or no. */
export const yesNo = (needed: boolean) =>
	choice(['yes', 'no'], needed).transform((text) => (text === undefined ? undefined : text === 'yes'));

const dayWithin = (last: () => string, sentence: () => string) =>
	z
		.union([z.literal(''), z.iso.date()], { error: sentence })
		.refine((day) => day === '' || (day >= '1900-01-01' && day <= last()), { error: sentence })
		.transform((day) => day || null);

/** A day not in the future, or nothing. */
export const pastDay = dayWithin(() => dayOf(now()), m.apply_error_day);

/** The day on which a living person was born. */
export const birthDay = z.iso
	.date({ error: ({ input }) => (input ? m.apply_error_birth_date() : m.apply_error_birth_date_empty()) })
	.refine((day) => day >= '1900-01-01' && day <= dayOf(now()), { error: () => m.apply_error_birth_date() });

/** A day, to come or gone, or nothing. */
export const anyDay = dayWithin(() => '2100-12-31', m.apply_error_any_day);

/** The ticked boxes of a group: a list, whatever the number of them. */
export const ticked = <Value extends string>(values: readonly Value[]) =>
	z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((given) => values.filter((value) => [given ?? []].flat().includes(value)));

const NONE = 'none';

/** The ticked boxes of a group that also has a box for none of them; undefined when nothing was ticked, so not told. */
export const tickedOrNone = <Value extends string>(values: readonly Value[]) =>
	ticked([...values, NONE]).transform((given, context): readonly Value[] | undefined => {
		const those = values.filter((value) => given.includes(value));
		if (!given.includes(NONE)) return given.length === 0 ? undefined : those;
		if (those.length > 0) context.addIssue({ code: 'custom', message: m.apply_error_none_and_more() });
		return [];
	});

/** How often a record was saved when a page showed it, as the page's hidden field carries it. */
export const revision = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);
