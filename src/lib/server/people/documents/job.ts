import type { Job } from '$lib/server/platform/workers/job';
import type { PdfRead, run as read } from './read-pdf.worker';
import type { run as write } from './write-copy.worker';

export const readPdf: Job<Parameters<typeof read>[0], PdfRead> = {
	name: 'read-pdf',
	load: () => import('./read-pdf.worker')
};

/** The pages of a document as one PDF, marked on each sheet. */
export const writeCopy: Job<Parameters<typeof write>[0], Uint8Array<ArrayBuffer>> = {
	name: 'write-copy',
	load: () => import('./write-copy.worker')
};
