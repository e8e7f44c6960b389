import { Unavailable } from '$lib/server/platform/db/outage';
import { pictureInTurn, uprightPicture } from '$lib/server/platform/pictures/upright';
import { runInWorker } from '$lib/server/platform/workers/run-in-worker';
import { readPdf } from './job';
import type { StoredPage } from './stored-document';

/** A page of a document, ready to be kept. A PDF is kept as it came, because a change would break its signature. */
export type Page = Pick<StoredPage, 'type' | 'sheets'> & { readonly bytes: Uint8Array };

/**
 * Why a file is not taken as a page. `heic`: the format of an iPhone. `no-type`: neither a picture nor a PDF. `busy`: too
 * many pictures wait to be read.
 */
export type PageProblem =
	| 'empty'
	| 'too-large'
	| 'heic'
	| 'no-type'
	| 'picture-broken'
	| 'busy'
	| 'pdf-locked'
	| 'pdf-broken'
	| 'pdf-long';

/** The largest file, in bytes. */
const LARGEST = 10 * 1024 * 1024;
/** The most pages of a PDF: a court's order has some dozens. */
export const MOST_SHEETS = 100;
/** Letters of a page are read at 200 dots an inch, and A4 is 11.7 inches high. */
const KEPT = { longestSide: 2_400, quality: 82 };
/** A PDF that takes longer to open is an attack. */
const LONGEST_MS = 20_000;

/** Judges a file by its content, whatever its name and its declared type say. */
async function readPage(bytes: Uint8Array): Promise<{ ok: true; page: Page } | { ok: false; problem: PageProblem }> {
	if (bytes.length === 0) return { ok: false, problem: 'empty' };
	if (bytes.length > LARGEST) return { ok: false, problem: 'too-large' };
	const type = typeOf(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)));
	if (type === 'pdf') return readPdfPage(bytes);
	if (type !== 'picture') return { ok: false, problem: type };
	return readPicturePage(bytes);
}

async function readPicturePage(bytes: Uint8Array): ReturnType<typeof readPage> {
	try {
		const upright = await pictureInTurn(() => uprightPicture(bytes, KEPT));
		if (!upright) return { ok: false, problem: 'picture-broken' };
		return { ok: true, page: { type: 'image/jpeg', sheets: 1, bytes: upright.image } };
	} catch (reason) {
		if (!(reason instanceof Unavailable)) throw reason;
		return { ok: false, problem: 'busy' };
	}
}

/** By the first bytes: JPEG, PNG, WebP, PDF, and HEIC, which is told apart only to be named. */
function typeOf(start: Buffer): 'pdf' | 'picture' | 'heic' | 'no-type' {
	const text = start.toString('latin1');
	if (text.startsWith('%PDF-')) return 'pdf';
	if (text.startsWith('\xff\xd8\xff') || text.startsWith('\x89PNG\r\n\x1a\n')) return 'picture';
	if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'picture';
	return /^.{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/s.test(text) ? 'heic' : 'no-type';
}

async function readPdfPage(bytes: Uint8Array): ReturnType<typeof readPage> {
	const limits = { longestMs: LONGEST_MS };
	const read = await runInWorker(readPdf, { bytes, most: MOST_SHEETS }, limits).catch(() => undefined);
	if (!read) return { ok: false, problem: 'pdf-broken' };
	if (!read.ok) return { ok: false, problem: `pdf-${read.problem}` };
	if (read.sheets > MOST_SHEETS) return { ok: false, problem: 'pdf-long' };
	return { ok: true, page: { type: 'application/pdf', sheets: read.sheets, bytes } };
}

type PagesRead = { ok: true; pages: Page[] } | { ok: false; problem: PageProblem; name: string; number: number };

/** Judges the files of a document one after the other, to the first that is no page. */
export async function readPages(files: readonly File[]): Promise<PagesRead> {
	const pages: Page[] = [];
	for (const [index, file] of files.entries()) {
		const read = await readPage(new Uint8Array(await file.arrayBuffer()));
		if (!read.ok) return { ok: false, problem: read.problem, name: file.name, number: index + 1 };
		pages.push(read.page);
	}
	return { ok: true, pages };
}
