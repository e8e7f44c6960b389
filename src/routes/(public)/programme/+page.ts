/** Read, not operated: without a script it arrives lighter. */
export const csr = false;
