import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { MAX_ROUND_BYTES, parseRound } from '$lib/domain/allocation/parse-round';
import type { Round } from '$lib/domain/allocation/round';

/** What a round command answers with, for scripts: the meaning of its exit code. */
export const DONE = 0;
export const DIFFERENT = 1;
export const REFUSED = 2;

export interface RoundFile {
	readonly round: Round;
	/** SHA-256 of the file's bytes, lower-case hexadecimal. */
	readonly hash: string;
}

/** Reads a round, or says on one line of standard error where and why it is refused. */
export async function readRoundFile(path: string): Promise<RoundFile | null> {
	const bytes = await readBytes(path);
	if (bytes === null) return null;
	const parsed = parseRound(bytes);
	if (!parsed.ok) {
		complain(`${parsed.place}: ${parsed.reason}`);
		return null;
	}
	return { round: parsed.round, hash: createHash('sha256').update(bytes).digest('hex') };
}

/** The bytes of a file that is there and not absurdly large, or null and a line on standard error. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
	try {
		if ((await stat(path)).size > MAX_ROUND_BYTES) {
			complain('file: larger than 1 GiB');
			return null;
		}
		return await readFile(path);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
		complain(`file: cannot be read (${code}): ${JSON.stringify(path)}`);
		return null;
	}
}

/** One line on standard error. */
export function complain(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** The whole text on standard output, however slow its reader. */
export function answer(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
	});
}
