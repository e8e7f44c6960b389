/**
 * Why people may be one. `code`: the same tax code. `omocode`: codes that differ by the letters of an omocode alone, which
 * the law gives to two people. `names`: the same names and birth date, whatever accents, order, spaces and alphabet.
 * `sound`: names of another spelling, and the same birth date. `members`: the same birth date, and they live with the same
 * person. `phone`: the same number. `account`: one account told of them more than once, which is no duplicate by itself.
 */
export const evidenceKinds = ['code', 'omocode', 'names', 'sound', 'members', 'phone', 'account'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What links one person of a cluster to others, as numbers of links: those with an equal number share that evidence. */
export type Evidence = Readonly<Partial<Record<EvidenceKind, readonly number[]>>>;
