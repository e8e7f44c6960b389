/** Every component works without a script, and here each state stays as it is. */
export const csr = false;
