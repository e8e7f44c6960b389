import { pdfLibrary } from './pdf-library';

/** `locked`: a password is needed to open it. */
export type PdfRead = { ok: true; sheets: number } | { ok: false; problem: 'locked' | 'broken' };

/** Opens a PDF and counts its pages. */
export async function run({ bytes }: { readonly bytes: Uint8Array }): Promise<PdfRead> {
	const { Document } = await pdfLibrary();
	try {
		const document = Document.openDocument(bytes, 'application/pdf');
		try {
			if (document.needsPassword()) return { ok: false, problem: 'locked' };
			const sheets = document.countPages();
			return sheets > 0 ? { ok: true, sheets } : { ok: false, problem: 'broken' };
		} finally {
			document.destroy();
		}
	} catch {
		return { ok: false, problem: 'broken' };
	}
}
