import type { Job } from '$lib/server/platform/workers/job';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { compile, type Frame, type Sheet } from './compile';
import { NoCompiler } from './compiler';

export type Rendered =
	| { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly problem: 'unavailable' };

/**
 * A PDF/UA-1 of `template` (Typst, see docs/pdf.md) with `data`, which the template reads and never runs. For the few pages
 * of one person: it runs in this process, for a few milliseconds. Unavailable where Typst does not start on this machine.
 */
export const renderPdf = (template: string, data: object, frame: Frame): Promise<Rendered> =>
	orUnavailable(compile({ template, data, frame }));

const pdfJob: Job<Sheet, Uint8Array<ArrayBuffer>> = { name: 'pdf', load: () => import('./pdf.worker') };

/** As `renderPdf`, in a thread of its own: for documents of many people. */
export const renderLongPdf = (template: string, data: object, frame: Frame): Promise<Rendered> =>
	orUnavailable(runInWorker(pdfJob, { template, data, frame }));

async function orUnavailable(made: Promise<Uint8Array<ArrayBuffer>>): Promise<Rendered> {
	try {
		return { ok: true, pdf: await made };
	} catch (problem) {
		// An error that comes from a thread has lost its class and kept its name.
		if (problem instanceof Error && problem.name === NoCompiler.name) return { ok: false, problem: 'unavailable' };
		throw problem;
	}
}
