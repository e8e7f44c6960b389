import { dev } from '$app/environment';

/** Read, not operated: without a script it arrives lighter. With `npm run dev` it has one, which shows an edit at once. */
export const csr = dev;
