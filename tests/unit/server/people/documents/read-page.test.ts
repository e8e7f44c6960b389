import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fileProblem } from '$lib/server/people/documents/problems';
import { readPages } from '$lib/server/people/documents/read-page';
import { pictureInTurn } from '$lib/server/platform/pictures/upright';
import { aFile, aPdf, aPicture } from '../../../../support/builders/paper';

const read = async (bytes: Uint8Array, name?: string) => {
	const { ok, ...rest } = await readPages([aFile(bytes, name)]);
	return ok && 'pages' in rest ? rest.pages[0]! : 'problem' in rest ? rest.problem : 'nothing';
};
const readPicture = async (bytes: Uint8Array) => {
	const page = await read(bytes);
	if (typeof page === 'string') throw new Error(page);
	return { ...page, bytes: Buffer.from(page.bytes) };
};

describe('a photograph of a page', () => {
	it('is turned upright, made no larger than is read, and loses where and with what it was taken', async () => {
		const taken = await aPicture(4_000, 3_000)
			.withExif({ IFD0: { Make: 'Telefono' }, IFD3: { GPSLatitude: '45/1 27/1 0/1' } })
			.withMetadata({ orientation: 6 })
			.jpeg()
			.toBuffer();
		expect(taken.includes('Telefono')).toBe(true);
		const page = await readPicture(taken);
		const { exif, xmp, iptc, format, width, height } = await sharp(page.bytes).metadata();
		expect([exif, xmp, iptc, format, width, height]).toEqual([undefined, undefined, undefined, 'jpeg', 1_800, 2_400]);
		expect(page).toMatchObject({ type: 'image/jpeg', sheets: 1 });
		expect(page.bytes.includes('Telefono')).toBe(false);
	});

	it('is judged by its content: PNG and WebP too, whatever the name says', async () => {
		expect(await readPicture(await aPicture().png().toBuffer())).toMatchObject({ type: 'image/jpeg' });
		expect(await readPicture(await aPicture().webp().toBuffer())).toMatchObject({ type: 'image/jpeg' });
		expect(await read(Buffer.from('<script>alert(1)</script>'), 'carta.jpg')).toBe('no-type');
	});

	it('loses what hides behind its end', async () => {
		const hidden = Buffer.concat([
			await aPicture().jpeg().toBuffer(),
			Buffer.from('<script>alert(1)</script>PK\x03\x04')
		]);
		const page = await readPicture(hidden);
		expect(page.bytes.includes('<script>')).toBe(false);
	});

	it('is taken from a phone that fills a field of the JPEG with a value that means nothing', async () => {
		const taken = await aPicture().jpeg().toBuffer();
		// The start of the scan: its length (two bytes), the number of components (one), and two bytes for each of them.
		const scan = taken.indexOf(Buffer.from('ffda', 'hex'));
		taken[scan + 5 + 2 * taken[scan + 4]!] = 1;
		await expect(sharp(taken).toBuffer()).rejects.toThrow('Invalid SOS parameters');
		expect(await readPicture(taken)).toMatchObject({ type: 'image/jpeg' });
	});

	it('is not read while too many others wait, which is said, and is read later', async () => {
		let free = () => {};
		const busy = new Promise<void>((done) => (free = done));
		const others = Array.from({ length: 21 }, () => pictureInTurn(() => busy));
		const taken = await aPicture().jpeg().toBuffer();
		const answer = await read(taken);
		free();
		await Promise.all(others);
		expect(answer).toBe('busy');
		expect(await readPicture(taken)).toMatchObject({ type: 'image/jpeg' });
	});

	it('is refused when it is cut, or unpacks to too much', async () => {
		const whole = await aPicture().jpeg().toBuffer();
		expect(await read(whole.subarray(0, whole.length / 2))).toBe('picture-broken');
		expect(await read(Buffer.from('\xff\xd8\xffnothing', 'latin1'))).toBe('picture-broken');
		const bomb = await sharp({ create: { width: 12_000, height: 8_000, channels: 3, background: '#fff' } })
			.png({ compressionLevel: 9 })
			.toBuffer();
		expect(bomb.length).toBeLessThan(1_000_000);
		expect(await read(bomb)).toBe('picture-broken');
	});

	it('of an iPhone is named, because people can change a setting', async () => {
		expect(await read(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toBe('heic');
	});
});

describe('a PDF', () => {
	it('is kept as it came, with its pages counted', async () => {
		const bytes = await aPdf({ pages: 3 });
		expect(await read(bytes)).toEqual({ type: 'application/pdf', sheets: 3, bytes });
	});

	it('is refused with a password, cut short, without pages, or with too many', async () => {
		expect(await read(await aPdf({ password: 'segreta' }))).toBe('pdf-locked');
		const bytes = await aPdf({ pages: 2 });
		expect(await read(bytes.subarray(0, bytes.length / 2))).toBe('pdf-broken');
		expect(await read(Buffer.from('%PDF-1.7\nhello'))).toBe('pdf-broken');
		expect(await read(await aPdf({ pages: 0 }))).toBe('pdf-broken');
		expect(await read(await aPdf({ pages: 101 }))).toBe('pdf-long');
	});
});

describe('a PDF that was made to do harm', () => {
	const raw = (...objects: string[]) =>
		Buffer.from(
			`%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer << /Root 1 0 R >>\n%%EOF`,
			'latin1'
		);

	it('with pages that hold themselves is refused', async () => {
		const loop = raw('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [2 0 R] >>');
		expect(await read(loop)).toBe('pdf-broken');
	});

	it('that says it has more pages than anybody counts is refused', async () => {
		const many = raw('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 2000000000 /Kids [] >>');
		expect(['pdf-broken', 'pdf-long']).toContain(await read(many));
	});

	it('and unpacks to a thousand times its size ends with a sentence', async () => {
		const packed = deflateSync(Buffer.alloc(100 * 1024 * 1024, ' '), { level: 9 });
		const stream = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
		const bomb = raw('<< /Type /Catalog /Pages 9 0 R >>', stream);
		expect(bomb.length).toBeLessThan(1_000_000);
		expect(await read(bomb)).toBe('pdf-broken');
	});
});

describe('the sentence for a file', () => {
	it('names it without signs that turn or break the line', () => {
		const sentence = fileProblem('no-type', { name: 'carta\u202Egpj.exe\r\n\0', number: 1 });
		expect(sentence).toContain('cartagpj.exe: ');
		expect(fileProblem('empty', { name: '\u0007', number: 3 })).toContain('File 3');
	});
});

describe('files', () => {
	it('that are empty, larger than ten megabytes, or of another kind are refused', async () => {
		expect(await read(new Uint8Array())).toBe('empty');
		expect(await read(new Uint8Array(10 * 1024 * 1024 + 1))).toBe('too-large');
		for (const start of ['PK\x03\x04', 'GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', ' %PDF-1.7', 'MZ'])
			expect(await read(Buffer.from(start, 'latin1')), start).toBe('no-type');
	});

	it('are judged in their order, and the first that is no page is named', async () => {
		const [good, bad] = [aFile(await aPdf(), 'uno.pdf'), aFile(Buffer.from('x'), 'due.pdf')];
		expect(await readPages([good, bad, good])).toEqual({ ok: false, problem: 'no-type', name: 'due.pdf', number: 2 });
	});
});
