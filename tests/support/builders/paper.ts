import sharp from 'sharp';
import { pdfLibrary } from '../../../src/lib/server/people/documents/pdf-library';

/** A picture with noise, so that it does not compress to nothing. */
export const aPicture = (width = 600, height = 800) =>
	sharp({
		create: { width, height, channels: 3, background: '#3a6', noise: { type: 'gaussian', mean: 120, sigma: 30 } }
	});

/** A PDF of so many pages. `password`: needed to open it. `text` stands in it in clear. */
export async function aPdf({ pages = 1, password = '', text = 'Prova' } = {}): Promise<Uint8Array> {
	const { PDFDocument } = await pdfLibrary();
	const document = new PDFDocument();
	for (let page = 0; page < pages; page += 1)
		document.insertPage(-1, document.addPage([0, 0, 200, 200], 0, document.newDictionary(), `% ${text}\nq Q`));
	return new Uint8Array(
		document.saveToBuffer(password ? `encrypt=aes-256,user-password=${password},owner-password=o` : '').asUint8Array()
	);
}

export const aFile = (bytes: Uint8Array, name = 'foglio') => new File([new Uint8Array(bytes)], name);
