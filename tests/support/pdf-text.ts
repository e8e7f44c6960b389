import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a PDF as a reader's program finds it, page by page. */
export async function pdfPages(pdf: Uint8Array): Promise<string[]> {
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
	return text;
}

/** All text of a PDF, with a single space where a line, or a page, ends. */
export const pdfText = async (pdf: Uint8Array): Promise<string> =>
	(await pdfPages(pdf)).join(' ').replaceAll(/\s+/g, ' ');
