import { z } from 'zod';
import { dayOf } from '$lib/domain/calendar/deadline';
import { m } from '$lib/paraglide/messages';
import { now } from '$lib/server/clock';
import { readHundredths } from '$lib/server/forms/read-hundredths';

/** A yes or no that has to be answered. */
export const yesOrNo = z
	.enum(['yes', 'no'], { error: () => m.apply_error_choose() })
	.transform((text) => text === 'yes');

/** A day not in the future, or nothing. */
export const pastDay = z
	.union([z.literal(''), z.iso.date()], { error: () => m.apply_error_day() })
	.refine((day) => day === '' || (day >= '1900-01-01' && day <= dayOf(now())), { error: () => m.apply_error_day() })
	.transform((day) => day || null);

/** An amount or area as typed, in hundredths; null for an empty field. */
export const hundredths = (sentence: () => string) =>
	z.string({ error: sentence }).transform((text, context) => {
		if (text === '') return null;
		const read = readHundredths(text);
		if (read !== null && read <= 1_000_000_000) return read;
		context.addIssue({ code: 'custom', message: sentence() });
		return z.NEVER;
	});

/** The ticked boxes of a group: a list, whatever the number of them. */
export const ticked = <Value extends string>(values: readonly Value[]) =>
	z
		.union([z.string(), z.array(z.string())])
		.optional()
		.transform((given) => values.filter((value) => [given ?? []].flat().includes(value)));
