import { dev } from '$app/environment';

/** The first page is read, not operated: without a script it arrives at half the weight. With `npm run dev` it has one, which shows an edit at once. */
export const csr = dev;
