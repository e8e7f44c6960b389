import type { FormLimit } from './form-limits';

/** `broken`: it breaks off, or it is no form. `unknown-type`: of a content type that no form has. */
export type FormProblem = 'too-large' | 'too-many-fields' | 'broken' | 'unknown-type';
export type FormRead = { ok: true; form: FormData } | { ok: false; problem: FormProblem };

const URL_ENCODED_TYPE = 'application/x-www-form-urlencoded';
const URL_ENCODED = /^application\/x-www-form-urlencoded\s*(;|$)/i;
const MULTIPART = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const LONGEST_NAME = 200;
/** The size of the headers of a part: its name, its file's name and its type. */
const LONGEST_HEADERS = 2_048;

/**
 * Reads the form of `request`, no larger than `limit`. What is over the limit is thrown away as it arrives, to its end: a
 * browser whose request is cut shows a network failure in place of the answer.
 */
export async function readForm(request: Request, limit: FormLimit): Promise<FormRead> {
	const type = request.headers.get('content-type') ?? '';
	const [, quoted, plain] = MULTIPART.exec(type) ?? [];
	const boundary = quoted ?? plain;
	const isKnown = boundary !== undefined || URL_ENCODED.test(type);
	const body = await readBody(request, isKnown ? limit.body : 0);
	if (!isKnown) return { ok: false, problem: 'unknown-type' };
	if (!body.ok) return body;
	const problem = countParts(body.bytes, boundary, limit.fields);
	if (problem) return { ok: false, problem };
	try {
		// The boundary that was counted, and no other that the header may name besides.
		const as = boundary === undefined ? URL_ENCODED_TYPE : `multipart/form-data; boundary="${boundary}"`;
		const form = await new Response(body.bytes, { headers: { 'content-type': as } }).formData();
		const found = check(form, limit);
		return found ? { ok: false, problem: found } : { ok: true, form };
	} catch {
		return { ok: false, problem: 'broken' };
	}
}

type BodyRead = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; problem: 'too-large' | 'broken' };

async function readBody(request: Request, most: number): Promise<BodyRead> {
	const isAnnounced = Number(request.headers.get('content-length')) > most;
	const pieces: Uint8Array[] = [];
	let size = 0;
	try {
		const reader = request.body?.getReader();
		for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
			size += piece.value.length;
			if (!isAnnounced && size <= most) pieces.push(piece.value);
		}
	} catch (reason) {
		// The outer limit of the server (BODY_SIZE_LIMIT) ends a body that is larger still.
		const isTooLarge = isAnnounced || size > most || (reason as { status?: number } | null)?.status === 413;
		return { ok: false, problem: isTooLarge ? 'too-large' : 'broken' };
	}
	if (isAnnounced || size > most) return { ok: false, problem: 'too-large' };
	return { ok: true, bytes: new Uint8Array(Buffer.concat(pieces)) };
}

/** Counted before they are read, because reading makes an object of each. */
function countParts(bytes: Uint8Array, boundary: string | undefined, most: number): FormProblem | undefined {
	const buffer = Buffer.from(bytes.buffer);
	if (boundary === undefined) return occurrences(buffer, '&', most).length < most ? undefined : 'too-many-fields';
	const starts = occurrences(buffer, `--${boundary}`, most + 2);
	if (starts.length > most + 1) return 'too-many-fields';
	// The last one ends the form, and has no headers.
	const isFramed = starts.slice(0, -1).every((start) => {
		const end = buffer.indexOf('\r\n\r\n', start);
		return end >= 0 && end - start <= LONGEST_HEADERS;
	});
	return isFramed ? undefined : 'broken';
}

function occurrences(buffer: Buffer, sign: string, most: number): number[] {
	const found: number[] = [];
	for (let at = buffer.indexOf(sign); at >= 0 && found.length < most; at = buffer.indexOf(sign, at + sign.length)) {
		found.push(at);
	}
	return found;
}

function check(form: FormData, limit: FormLimit): FormProblem | undefined {
	let [text, files] = [0, 0];
	for (const [name, value] of form) {
		if (name.length > LONGEST_NAME) return 'broken';
		text += name.length + (typeof value === 'string' ? value.length : value.name.length);
		if (typeof value !== 'string') files += 1;
	}
	if (text > limit.text) return 'too-large';
	return files > limit.files ? 'broken' : undefined;
}
