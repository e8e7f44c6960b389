import type { PersonFacts } from './person';

/** Where a person told of violence: in no request, in one that is not sent yet, or in one that was sent. */
export type ToldOfViolence = 'nowhere' | 'draft' | 'request';

/**
 * What a message may say on its way. `open`: everything. `news`: that there is news, and no more. `closed`: nothing leaves, and the
 * office uses the safe contact.
 */
export type Discretion = 'open' | 'news' | 'closed';

/**
 * Somebody who lives with the person may read their mail, their phone and their letters. So nothing but the person's own word opens
 * these ways once a request tells of violence. A draft is nobody's business yet: of it, the office learns nothing.
 */
export function discretionOf(person: PersonFacts | null, told: ToldOfViolence): Discretion {
	const may = person?.ordinaryWays ?? 'unsaid';
	if (may === 'everything') return 'open';
	if (may === 'nothing') return 'closed';
	const safe = Boolean(person?.safeContact);
	// An envelope says who sent it, and others may open it at home.
	if (safe && person?.channel === 'letter') return 'closed';
	if (may === 'news') return 'news';
	if (told === 'request' && safe) return 'closed';
	return told === 'nowhere' ? 'open' : 'news';
}
