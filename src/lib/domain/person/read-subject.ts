export const readSubjects = ['offer', 'tenancy', 'listing', 'letter', 'request'] as const;

/** The file for which the names and contacts of a person are opened. */
export type ReadSubject = { readonly type: (typeof readSubjects)[number]; readonly id: string };
