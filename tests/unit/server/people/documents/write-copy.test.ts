import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pdfLibrary } from '$lib/server/people/documents/pdf-library';
import { run as writeCopy } from '$lib/server/people/documents/write-copy.worker';
import { aPdf, aPicture } from '../../../../support/builders/paper';

const marks = { across: 'Copia per: il CAF', below: 'Copia per: il CAF · 30 novembre 2026 · città (Milano)' };
const pdf = (bytes: Uint8Array) => ({ type: 'application/pdf' as const, bytes });
const picture = async () => ({ type: 'image/jpeg' as const, bytes: await aPicture().jpeg().toBuffer() });

async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
	const { Document } = await pdfLibrary();
	const document = Document.openDocument(bytes, 'application/pdf');
	return Array.from({ length: document.countPages() }, (_, sheet) =>
		document.loadPage(sheet).toStructuredText('').asText()
	);
}

describe('a copy that leaves the portal', () => {
	it('is one PDF of all pages, and each sheet says what for and when', async () => {
		const sheets = await sheetsOf(await writeCopy({ pages: [await picture(), pdf(await aPdf({ pages: 2 }))], marks }));
		expect(sheets).toHaveLength(3);
		for (const text of sheets) {
			expect(text).toContain('Copia per: il CAF');
			expect(text.replaceAll(/\s+/g, ' ')).toContain('30 novembre 2026 · città (Milano)');
		}
	});

	it('shows the marks on the picture', async () => {
		const { Document, ColorSpace } = await pdfLibrary();
		const green = { create: { width: 595, height: 842, channels: 3, background: '#00ff00' } } as const;
		const page = { type: 'image/jpeg' as const, bytes: await sharp(green).jpeg().toBuffer() };
		const seen = Document.openDocument(await writeCopy({ pages: [page], marks }), 'application/pdf')
			.loadPage(0)
			.toPixmap([1, 0, 0, 1, 0, 0], ColorSpace.DeviceRGB);
		expect([seen.getWidth(), seen.getHeight()]).toEqual([595, 842]);
		const pixels = seen.getPixels();
		// The faint letters across make the green of the picture darker, three times over the sheet.
		const marked = [0, 1, 2].map((third) => {
			const [from, to] = [third * 280 * 595 * 3, (third + 1) * 280 * 595 * 3];
			let dark = 0;
			for (let at = from; at < to; at += 3) if (pixels[at]! > 30 && pixels[at + 1]! < 200) dark += 1;
			return dark > 500;
		});
		expect(marked).toEqual([true, true, true]);
	});

	it('leaves scripts, attached files and links of the original behind', async () => {
		const harmful = Buffer.from(
			`%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >> >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] /Resources << >> /MediaBox [0 0 300 400] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /AA << /O << /S /JavaScript /JS (app.alert\\(2\\)) >> >> /Annots [4 0 R] >>
endobj
4 0 obj
<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>
endobj
5 0 obj
<< /Type /Filespec /F (a.exe) >>
endobj
trailer << /Root 1 0 R >>
%%EOF`,
			'latin1'
		);
		const { Document } = await pdfLibrary();
		const copy = await writeCopy({ pages: [pdf(harmful)], marks });
		const clear = Document.openDocument(copy, 'application/pdf').asPDF()!.saveToBuffer('decompress').asString();
		expect(clear).not.toMatch(/JavaScript|app\.alert|Launch|cmd\.exe|EmbeddedFiles|a\.exe/);
		expect(await sheetsOf(copy)).toHaveLength(1);
	});
});
