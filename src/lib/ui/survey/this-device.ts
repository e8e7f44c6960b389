import type { Day } from '$lib/domain/calendar/instant';

/** Today in Milan: the portal's day, or this device's where it is later, because a page that was kept may be old. */
export function dayHere(today: Day): Day {
	const here = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date());
	return here > today ? here : today;
}

/** A number that no other survey or photograph has; undefined where the browser makes none, as without https. */
export const numberHere = (): string | undefined => globalThis.crypto?.randomUUID?.();
