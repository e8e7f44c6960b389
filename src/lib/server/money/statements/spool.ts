import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Characters that are kept in memory; what is more goes to disk. */
const IN_MEMORY = 2 ** 20;
const CHUNK = 2 ** 16;
const OWNER_ONLY = 0o600;

/** Holds a text until it is known whether it may go out. A long one lies in a file without a name, which ends with the process. */
export class Spool {
	private pieces: string[] = [];
	private length = 0;
	private file: number | null = null;

	write(text: string): void {
		this.pieces.push(text);
		this.length += text.length;
		if (this.length > IN_MEMORY) this.toDisk();
	}

	/** All of the text, once. */
	*read(): Generator<string | Uint8Array> {
		if (this.file !== null) yield* bytesOf(this.file);
		yield* this.pieces;
	}

	close(): void {
		if (this.file !== null) closeSync(this.file);
		this.file = null;
	}

	private toDisk(): void {
		this.file ??= namelessFile();
		writeWhole(this.file, Buffer.from(this.pieces.join('')));
		this.pieces = [];
		this.length = 0;
	}
}

/** Names and accounts lie in it, so nobody else can open it, and nothing of it stays behind. */
function namelessFile(): number {
	const folder = mkdtempSync(join(tmpdir(), 'chiavi-bank-'));
	try {
		return openSync(join(folder, 'spool'), 'wx+', OWNER_ONLY);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function writeWhole(file: number, bytes: Uint8Array): void {
	for (let from = 0; from < bytes.length; from += writeSync(file, bytes, from));
}

function* bytesOf(file: number): Generator<Uint8Array> {
	let position = 0;
	for (;;) {
		const buffer = new Uint8Array(CHUNK);
		const count = readSync(file, buffer, 0, CHUNK, position);
		if (count === 0) return;
		position += count;
		yield buffer.subarray(0, count);
	}
}
