import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Unreadable } from '$lib/domain/bank/unreadable';

/** 512 MiB. */
const MOST_BYTES = 2 ** 29;
const CHUNK = 2 ** 16;

/** The bytes of a bank file, hashed as they pass. */
export class FileBytes {
	private readonly hash = createHash('sha256');

	constructor(private readonly path: string) {}

	/** SHA-256 of all bytes, lower-case hexadecimal; to be asked once, when all have passed. */
	sha256(): string {
		return this.hash.digest('hex');
	}

	/** The bytes in full chunks, but for the last. A chunk is overwritten by the next. @throws Unreadable */
	*chunks(): Generator<Uint8Array> {
		const file = orMissing(() => openSync(this.path, 'r'));
		try {
			const { size } = orMissing(() => fstatSync(file));
			if (size > MOST_BYTES) throw new Unreadable('too-large');
			yield* this.read(file);
		} finally {
			closeSync(file);
		}
	}

	private *read(file: number): Generator<Uint8Array> {
		const buffer = new Uint8Array(CHUNK);
		let total = 0;
		for (let count = fill(file, buffer); count > 0; count = fill(file, buffer)) {
			total += count;
			if (total > MOST_BYTES) throw new Unreadable('too-large');
			this.hash.update(buffer.subarray(0, count));
			yield buffer.subarray(0, count);
		}
	}
}

/** A pipe gives less than is asked for. */
function fill(file: number, buffer: Uint8Array): number {
	let filled = 0;
	while (filled < buffer.length) {
		const count = orMissing(() => readSync(file, buffer, filled, buffer.length - filled, null));
		if (count === 0) break;
		filled += count;
	}
	return filled;
}

/** No such file, a folder, a file that may not be read. */
function orMissing<Value>(read: () => Value): Value {
	try {
		return read();
	} catch (error) {
		if (
			error instanceof Error &&
			('syscall' in error || (error as NodeJS.ErrnoException).code?.startsWith('ERR_INVALID_ARG'))
		)
			throw new Unreadable('missing');
		throw error;
	}
}
