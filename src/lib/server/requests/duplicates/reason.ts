/** The place of the reason of a decision, to which its seal is bound. */
export const reasonPlace = (id: string) => `duplicate_clusters.reason_sealed:${id}`;
