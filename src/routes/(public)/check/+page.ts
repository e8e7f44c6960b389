/** Plain forms: the browser's own history keeps every page, and nothing of the answers stays in a script. */
export const csr = false;
