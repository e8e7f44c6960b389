/**
 * The information that a ground gives away about a household. `none`: nothing that must stay unknown. The others are
 * sensitive (Reg. (EU) 2016/679 art. 9; D.Lgs. 33/2013 art. 26(4): no publication tells of health or economic
 * hardship).
 */
export const groundKinds = ['none', 'health', 'hardship', 'violence'] as const;
export type GroundKind = (typeof groundKinds)[number];

/** A ground that carries no mark counts as sensitive, so that rules from before the marks tell nothing either. */
export const isSensitive = (ground: GroundKind | undefined): boolean => ground !== 'none';
