import { pdfLibrary } from './pdf-library';

/** `locked`: a password is needed to open it. */
export type PdfRead = { ok: true; sheets: number } | { ok: false; problem: 'locked' | 'broken' };

/** Opens a PDF and each of its pages, and counts them; of one with more than `most` pages none is opened. */
export async function run({ bytes, most }: { readonly bytes: Uint8Array; readonly most: number }): Promise<PdfRead> {
	const { Document } = await pdfLibrary();
	try {
		const document = Document.openDocument(bytes, 'application/pdf');
		try {
			if (document.needsPassword()) return { ok: false, problem: 'locked' };
			const sheets = document.countPages();
			for (let sheet = 0; sheet < sheets && sheets <= most; sheet += 1) document.loadPage(sheet).destroy();
			return sheets > 0 ? { ok: true, sheets } : { ok: false, problem: 'broken' };
		} finally {
			document.destroy();
		}
	} catch {
		return { ok: false, problem: 'broken' };
	}
}
