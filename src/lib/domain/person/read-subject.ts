export const readSubjects = ['offer', 'tenancy', 'listing', 'letter', 'request', 'search'] as const;

/** The file for which the names and contacts of a person are opened; for a search, the person whom it found. */
export type ReadSubject = { readonly type: (typeof readSubjects)[number]; readonly id: string };
