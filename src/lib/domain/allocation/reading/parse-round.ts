import { checkColumns } from '../check-columns';
import type { ByteTable } from './byte-table';
import type { ByteSource } from './byte-window';
import { readRound } from './read-round';
import type { Round } from '../round';
import type { RoundColumns } from '../round-columns';
import { roundOf } from '../round-of-columns';
import { RoundRefused } from '../round-refused';

/** A larger file is refused. */
export const MAX_ROUND_BYTES = 2 ** 30;
export const TOO_LARGE = { ok: false, place: 'file', reason: 'larger than 1 GiB' } as const;

/** `place` as in `applications[17].choices[2]`. The message shows place and reason. */
export interface RefusedRound {
	readonly ok: false;
	readonly place: string;
	readonly reason: string;
}

export type ParsedRound = { readonly ok: true; readonly round: Round } | RefusedRound;
export type ParsedColumns = { readonly ok: true; readonly columns: RoundColumns<ByteTable> } | RefusedRound;

/** Reads and checks a `round/1` file. The round has no member that equals its default. */
export function parseRound(bytes: Uint8Array): ParsedRound {
	const parsed = parseColumns(bytes);
	return parsed.ok ? { ok: true, round: roundOf(parsed.columns) } : parsed;
}

/**
 * Reads and checks a `round/1` file of any size into columns. From a source it holds only a part of the file at a time.
 */
export function parseColumns(from: Uint8Array | ByteSource): ParsedColumns {
	try {
		const columns = readRound(typeof from === 'function' ? upToLimit(from) : whole(from));
		const fault = checkColumns(columns);
		return fault ? { ok: false, ...fault } : { ok: true, columns };
	} catch (error) {
		if (error instanceof RoundRefused) return { ok: false, place: error.place, reason: error.reason };
		throw error;
	}
}

function whole(bytes: Uint8Array): Uint8Array {
	if (bytes.length > MAX_ROUND_BYTES) throw new RoundRefused(TOO_LARGE.place, TOO_LARGE.reason);
	return bytes;
}

/** The length of a source, such as a pipe, may not be known beforehand. */
function upToLimit(source: ByteSource): ByteSource {
	let read = 0;
	return (into) => {
		const count = source(into);
		read += count;
		if (read > MAX_ROUND_BYTES) throw new RoundRefused(TOO_LARGE.place, TOO_LARGE.reason);
		return count;
	};
}
