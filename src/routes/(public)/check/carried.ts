import { z } from 'zod';

/** Everything typed so far, by field: it travels from page to page inside the form, and is read anew each time. */
export type CheckValues = Readonly<Record<string, readonly string[]>>;

/** Fifteen people with every question answered come to a third of this. */
export const LONGEST = 20_000;

/** The name of a field; a number at its end is a person's. */
export const FIELD = /^[a-zA-Z]{1,24}(-\d{1,3})?$/;

const carried = z.object({
	format: z.literal('check/1'),
	values: z.record(z.string().regex(FIELD), z.array(z.string().max(200)).max(20))
});

export const writeCarried = (values: CheckValues): string => JSON.stringify({ format: 'check/1', values });

/** What a page carried; null for what no page of ours wrote. Nothing carried yet is no values. */
export function readCarried(text: string): CheckValues | null {
	if (text === '') return {};
	if (text.length > LONGEST) return null;
	try {
		const read = carried.safeParse(JSON.parse(text));
		return read.success ? read.data.values : null;
	} catch {
		return null;
	}
}
