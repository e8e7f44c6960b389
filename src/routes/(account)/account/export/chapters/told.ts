import { m } from '$lib/paraglide/messages';
import { formatDate, formatDateTime } from '$lib/words/format';

type Pair = { readonly label: string; readonly value: string };

/** A line about something that is known; none about what is not. */
export const told = (label: string, value: string | number | null | undefined): Pair[] =>
	value === null || value === undefined || value === '' ? [] : [{ label, value: String(value) }];

export const toldDay = (label: string, day: string | null | undefined): Pair[] => told(label, day && formatDate(day));

export const toldTime = (label: string, at: string | null | undefined): Pair[] => told(label, at && formatDateTime(at));

export const yesNo = (is: boolean): string => (is ? m.apply_yes() : m.apply_no());
