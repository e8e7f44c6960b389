import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { ByteSource } from '$lib/domain/allocation/reading/byte-window';
import { computeMarket, type ComputedColumns } from '$lib/domain/allocation/compute-round';
import { Departures } from '$lib/domain/allocation/departures';
import { marketOf } from '$lib/domain/allocation/market-of-columns';
import { MAX_ROUND_BYTES, parseColumns, TOO_LARGE } from '$lib/domain/allocation/reading/parse-round';
import { quote } from '$lib/domain/allocation/round-refused';
import { verifyDepartures, type Verification } from '$lib/domain/allocation/verify-result';

/** The exit codes of a round command, for scripts. */
export const DONE = 0;
export const DIFFERENT = 1;
export const REFUSED = 2;

/** A round read from its file and worked out. */
export interface RoundFile {
	readonly notice: string;
	readonly beacon: string;
	readonly computed: ComputedColumns;
	/** SHA-256 of the file's bytes, lower-case hexadecimal. */
	readonly hash: string;
}

/** A round and a result that was compared with it. */
export interface OpenedResult extends RoundFile {
	/** The households that the result says left, if the result belongs to the round. */
	readonly departures: Departures;
	/** Null when the result cannot be read. */
	readonly verification: Verification | null;
}

/** Reads and works out a round, or says on one line of standard error where and why it is refused. */
export function openRound(path: string): RoundFile | null {
	const hash = createHash('sha256');
	const parsed = withFile(path, (file) => {
		if (fstatSync(file).size > MAX_ROUND_BYTES) return TOO_LARGE;
		return parseColumns((into) => {
			const count = readSync(file, into);
			hash.update(into.subarray(0, count));
			return count;
		});
	});
	if (!parsed) return null;
	if (!parsed.ok) {
		complain(`${parsed.place}: ${parsed.reason}`);
		return null;
	}
	const { notice, beacon } = parsed.columns;
	return { notice, beacon, computed: computeMarket(marketOf(parsed.columns)), hash: hash.digest('hex') };
}

/**
 * Works out a round and checks that a result is one of it.
 * @returns null when the round is refused
 */
export function openRoundAndResult(path: string, resultPath: string): OpenedResult | null {
	const file = openRound(path);
	if (!file) return null;
	const departures = new Departures(file.computed);
	const verification = withFile(resultPath, (result) => {
		// A pipe can be read only once.
		const open = fstatSync(result).isFile() ? () => bytesOf(result) : always(readFileSync(result));
		return verifyDepartures(departures, file.notice, file.hash, open);
	});
	return { ...file, departures, verification };
}

/** The bytes of an open file from its start. */
function bytesOf(file: number): ByteSource {
	let position = 0;
	return (into) => {
		const count = readSync(file, into, 0, into.length, position);
		position += count;
		return count;
	};
}

function always<Value>(value: Value): () => Value {
	return () => value;
}

/** All the bytes of a file, or null and a line on standard error. */
export function readWhole(path: string): Uint8Array | null {
	return withFile(path, (file) => readFileSync(file));
}

/** Opens a file for a reader, or says on one line that it cannot be read. */
function withFile<Read>(path: string, read: (file: number) => Read): Read | null {
	let file: number | undefined;
	try {
		file = openSync(path, 'r');
		return read(file);
	} catch (error) {
		if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
		complain(`file: cannot be read (${String(error.code)}): ${quote(path)}`);
		return null;
	} finally {
		if (file !== undefined) closeSync(file);
	}
}

/** One line on standard error. */
export function complain(line: string): void {
	process.stderr.write(`${line}\n`);
}
