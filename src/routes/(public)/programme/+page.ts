/** The first page is read, not operated: without a script it arrives at half the weight. */
export const csr = false;
