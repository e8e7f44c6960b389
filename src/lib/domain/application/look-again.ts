import { dayOf } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { wholeYears } from '../household/age';
import type { Member } from '../household/fact-parts';
import { factNames, factOf, groupOf, type FactName } from '../household/facts';
import type { Answers } from './answers';

/**
 * Why a carried answer may be true no longer.
 * age: somebody is a year older; another-year: the income is of another year (an ISEE holds until 31 December,
 * D.P.C.M. 159/2013 art. 10); passed: its day is over; still: it lasts until today, or counts for some years only.
 */
export type LookAgain = 'age' | 'another-year' | 'passed' | 'still';

/** The carried answers to be looked at again, in the order of the questions; none once their page was saved. */
export function looksAgain({ carried, members = [] }: Answers, today: Day): { name: FactName; why: LookAgain }[] {
	if (!carried) return [];
	const sent = dayOf(carried.from.sentAt);
	return factNames.flatMap((name) => {
		const value = name === 'members' ? carried.people && members : carried.told[name];
		const why = value === undefined || value === null ? null : reason(name, value, sent, today);
		return why ? [{ name, why }] : [];
	});
}

function reason(name: FactName, value: unknown, sent: Day, today: Day): LookAgain | null {
	const { kind } = factOf[name].is;
	if (kind === 'people') return (value as readonly Member[]).some((one) => isOlder(one, sent, today)) ? 'age' : null;
	if (groupOf(name) === 'income' && sent.slice(0, 4) !== today.slice(0, 4)) return 'another-year';
	if (kind === 'day') return (value as Day) < today ? 'passed' : null;
	if (kind === 'since' || (kind === 'happened' && value === true)) return sent < today ? 'still' : null;
	return null;
}

const isOlder = ({ birthDate }: Member, sent: Day, today: Day): boolean =>
	wholeYears(birthDate, today) > wholeYears(birthDate, sent);
