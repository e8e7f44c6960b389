// The places of what more than one area opens. A place is bound to its seal (seal.ts).

/** The health of a request. */
export const needsPlace = (applicationId: string) => `applications.needs_sealed:${applicationId}`;

/** The answers of a draft. */
export const answersPlace = (draftId: string) => `application_drafts.answers_sealed:${draftId}`;
