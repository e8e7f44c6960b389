import { dev } from '$app/environment';

/** Plain forms: the browser's own history keeps every page, and nothing of the answers stays in a script. With `npm run dev` it has one, which shows an edit at once. */
export const csr = dev;
