import type { Day } from '$lib/domain/calendar/instant';

/** Today in Milan: the later of the page's day and this device's, because a page kept for offline use may be old. */
export function dayHere(today: Day): Day {
	const here = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date());
	return here > today ? here : today;
}

/** A new unique id; undefined if the browser cannot make one (it cannot without https). */
export const numberHere = (): string | undefined => globalThis.crypto?.randomUUID?.();
