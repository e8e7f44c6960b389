import type { PDFDocument, PDFObject } from 'mupdf';
import { pdfLibrary } from './pdf-library';
import type { StoredPage } from './stored-document';

/** A page as it is kept: a picture, or a PDF of several sheets. */
type Kept = { readonly type: StoredPage['type']; readonly bytes: Uint8Array };
/** `across`: written large over each sheet; `below`: the line at its foot. */
export type Marks = { readonly across: string; readonly below: string };

/** A4, in points. */
const [WIDTH, HEIGHT] = [595, 842];

/**
 * Writes the pages of a document into one new PDF and marks each sheet. The marks stand in the contents of the sheet;
 * scripts, attached files, links and forms of the original stay behind.
 */
export async function run({
	pages,
	marks
}: {
	readonly pages: readonly Kept[];
	readonly marks: Marks;
}): Promise<Uint8Array<ArrayBuffer>> {
	const { PDFDocument, Document, Font, Image } = await pdfLibrary();
	const copy = new PDFDocument();
	for (const { type, bytes } of pages) {
		if (type === 'image/jpeg') {
			addPicture(copy, new Image(bytes));
			continue;
		}
		const source = Document.openDocument(bytes, 'application/pdf').asPDF();
		if (!source) throw new Error('A kept page is no PDF.');
		// What was typed into a form and what was drawn over a sheet is part of what the sheet says.
		source.bake();
		for (let sheet = 0; sheet < source.countPages(); sheet += 1) copy.graftPage(-1, source, sheet);
		source.destroy();
	}
	const font = copy.addSimpleFont(new Font('Helvetica'), 'Latin');
	const faint = copy.addObject({ Type: 'ExtGState', ca: 0.35 });
	for (let sheet = 0; sheet < copy.countPages(); sheet += 1) mark(copy, copy.findPage(sheet), { font, faint }, marks);
	return new Uint8Array(copy.saveToBuffer('garbage=3,compress').asUint8Array());
}

function addPicture(copy: PDFDocument, image: { getWidth(): number; getHeight(): number }): void {
	const scale = Math.min(WIDTH / image.getWidth(), HEIGHT / image.getHeight());
	const [width, height] = [image.getWidth() * scale, image.getHeight() * scale];
	const resources = { XObject: { Page: copy.addImage(image as Parameters<PDFDocument['addImage']>[0]) } };
	const place = `q ${width} 0 0 ${height} ${(WIDTH - width) / 2} ${(HEIGHT - height) / 2} cm /Page Do Q`;
	copy.insertPage(-1, copy.addPage([0, 0, WIDTH, HEIGHT], 0, resources, place));
}

type Tools = { readonly font: PDFObject; readonly faint: PDFObject };

function mark(copy: PDFDocument, page: PDFObject, { font, faint }: Tools, marks: Marks): void {
	const resources = dictionaryIn(copy, page, 'Resources');
	dictionaryIn(copy, resources, 'Font').put('CopyFont', font);
	dictionaryIn(copy, resources, 'ExtGState').put('CopyFaint', faint);
	const stream = (text: string) => copy.addStream(Buffer.from(text, 'latin1'), {});
	const contents = copy.newArray();
	contents.push(stream('q'));
	const old = page.get('Contents');
	if (old.isArray()) old.forEach((one) => contents.push(one));
	else if (!old.isNull()) contents.push(old);
	contents.push(stream(`\nQ\n${marksOn(boxOf(page), marks)}`));
	page.put('Contents', contents);
}

/** The dictionary under this name, made where there is none. A sheet may share it with others: the same name is put again. */
function dictionaryIn(copy: PDFDocument, object: PDFObject, name: string): PDFObject {
	const found = object.get(name);
	if (found.isDictionary()) return found.resolve();
	const made = copy.newDictionary();
	object.put(name, made);
	return made;
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What of a sheet is seen. */
function boxOf(page: PDFObject): Box {
	const seen = ['CropBox', 'MediaBox'].map((name) => page.get(name)).find((box) => box.isArray() && box.length === 4);
	const numbers = seen ? [0, 1, 2, 3].map((index) => seen.get(index).asNumber()) : [0, 0, WIDTH, HEIGHT];
	const [x0, y0, x1, y1] = numbers as [number, number, number, number];
	return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

/** The font's own widths are near half its size. */
const sizeFor = (text: string, room: number, most: number) => Math.min(most, room / (Math.max(text.length, 1) * 0.55));

function marksOn({ x, y, width, height }: Box, { across, below }: Marks): string {
	const diagonal = Math.hypot(width, height);
	const [cos, sin] = [width / diagonal, height / diagonal];
	const large = sizeFor(across, diagonal * 0.8, 60);
	const small = sizeFor(below, width * 0.94, 10);
	const lines = [0.25, 0.5, 0.75].map((part) => {
		const [left, bottom] = [x + width * 0.1, y + height * (part - 0.4)];
		return `${cos} ${sin} ${-sin} ${cos} ${left} ${bottom} Tm ${written(across)} Tj`;
	});
	return `q /CopyFaint gs BT 0.55 0.1 0.1 rg /CopyFont ${large} Tf ${lines.join(' ')} ET Q
q 1 1 1 rg ${x} ${y} ${width} ${small * 2} re f 0 0 0 rg BT /CopyFont ${small} Tf 1 0 0 1 ${x + width * 0.03} ${y + small * 0.6} Tm ${written(below)} Tj ET Q`;
}

/** Letters that the built-in font lacks become question marks. */
const written = (text: string) =>
	`(${text.replaceAll(/[^\x20-\x7e\xa0-\xff]/gu, '?').replaceAll(/[\\()]/g, (sign) => `\\${sign}`)})`;
