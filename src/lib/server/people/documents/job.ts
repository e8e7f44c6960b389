import type { Job } from '$lib/server/platform/workers/job';
import type { PdfRead, run } from './read-pdf.worker';

export const readPdf: Job<Parameters<typeof run>[0], PdfRead> = {
	name: 'read-pdf',
	load: () => import('./read-pdf.worker')
};
