export const readSubjects = [
	...(['offer', 'tenancy', 'listing', 'letter', 'request'] as const),
	...(['search', 'answer', 'home', 'rejection', 'account', 'copy'] as const)
] as const;

/**
 * What of a person was read. The first five are files that open a person's names and contacts for a day. The others tell
 * something by themselves, and open nothing: a search that found a person, the answer to an offer, a home offered to let, a
 * notice of rejection (by its request), an account, a copy of a file (by its request).
 */
export type ReadSubject = { readonly type: (typeof readSubjects)[number]; readonly id: string };
