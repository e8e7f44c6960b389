import { z } from 'zod';

/** All values typed so far, by field. A hidden field of each form carries them, and each page reads them anew. */
export type CheckValues = Readonly<Record<string, readonly string[]>>;

/** The answers of fifteen people to every question take a third of this. */
export const LONGEST = 20_000;

/** The name of a field. A number at its end is the number of a person. */
export const FIELD = /^[a-zA-Z]{1,24}(-\d{1,3})?$/;

const carried = z.object({
	format: z.literal('check/1'),
	values: z.record(z.string().regex(FIELD), z.array(z.string().max(200)).max(20))
});

export const writeCarried = (values: CheckValues): string => JSON.stringify({ format: 'check/1', values });

/** Reads the carried values; null for a text that our pages did not write. No text means no values. */
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
