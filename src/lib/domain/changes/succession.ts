import type { Day } from '../calendar/instant';
import { wholeYears } from '../household/age';
import type { Member } from '../household/fact-parts';

/** The age from which a person signs for themselves, in years (c.c. art. 2). */
const OF_AGE = 18;

/**
 * The members who may take the place of an applicant who died: adults on that day. Nobody where another member died. The law of
 * Lombardy before 2017 (L.R. 91/1983) let the members step into the request; no source at hand says it of today's rules.
 */
export function mayFollow(members: readonly Member[], { member }: { readonly member: string }, on: Day): Member[] {
	const isApplicant = members.some(({ id, relation }) => id === member && relation === 'applicant');
	if (!isApplicant) return [];
	return members.filter(({ id, birthDate }) => id !== member && wholeYears(birthDate, on) >= OF_AGE);
}
