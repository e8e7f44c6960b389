import type { Instant } from '../calendar/instant';
import { confirmable, type Confirmable, type Confirmed } from './confirmable';
import type { PersonFacts } from './person';

/** What a public identity told; an empty text was not told. */
export type ToldByIdentity = Readonly<Record<Confirmable, string>>;

/** The details that an identity told, as a person compares them with their own. */
export const toldDetails = (told: ToldByIdentity): Confirmable[] => confirmable.filter((detail) => told[detail] !== '');

/** Whether taking over what an identity told would change or confirm anything. */
export const hasNews = (facts: PersonFacts | null, told: ToldByIdentity): boolean =>
	toldDetails(told).some((detail) => facts?.[detail] !== told[detail] || !facts.confirmed?.[detail]);

/** The details with those that an identity told in their place, and the time at which they were confirmed. */
export function takeOver(facts: PersonFacts, told: ToldByIdentity, now: Instant): PersonFacts {
	const details = toldDetails(told);
	const values = Object.fromEntries(details.map((detail) => [detail, told[detail]]));
	const times = Object.fromEntries(details.map((detail) => [detail, now]));
	return { ...facts, ...values, confirmed: { ...facts.confirmed, ...times } };
}

/** What stays confirmed when a person saves their details: those that were confirmed and are the same as before. */
export function stillConfirmed(before: PersonFacts | null, after: PersonFacts): Confirmed {
	const same = Object.entries(before?.confirmed ?? {}).filter(
		([detail]) => before?.[detail as Confirmable] === after[detail as Confirmable]
	);
	return Object.fromEntries(same);
}
