import { compile, type Frame } from './compile';
import { NoCompiler } from './compiler';

export type Rendered =
	| { readonly ok: true; readonly pdf: Uint8Array<ArrayBuffer> }
	| { readonly ok: false; readonly problem: 'unavailable' };

/**
 * A PDF/UA-1 of `template` (Typst, see docs/pdf.md) with `data`, which the template reads and never runs. For the few pages
 * of one person: it runs in this process, for a few milliseconds. Unavailable where Typst does not start on this machine.
 */
export async function renderPdf(template: string, data: object, frame: Frame): Promise<Rendered> {
	try {
		return { ok: true, pdf: await compile({ template, data, frame }) };
	} catch (problem) {
		if (problem instanceof NoCompiler) return { ok: false, problem: 'unavailable' };
		throw problem;
	}
}
