import { ByteTable } from './byte-table';
import type { ByteSource } from './byte-window';
import { JsonReader } from './json-reader';
import { RoundRefused } from '../round-refused';

/** The two members of a result that say how it was made. Everything else in it is compared with what is computed. */
export interface Claim {
	/** Null when no household has left. */
	readonly left: readonly string[] | null;
	readonly explained: boolean;
}

/** Reads how a result says it was made. Null when it is not a JSON object. */
export function readClaim(from: Uint8Array | ByteSource): Claim | null {
	const names = new ByteTable();
	let left: string[] | null = null;
	let explained = false;
	try {
		const reader = new JsonReader(from);
		reader.record(names, (name) => {
			const member = names.at(name);
			if (member === 'explanations') explained = true;
			if (member !== 'left') return reader.pass();
			const leavers: string[] = [];
			reader.array(() => leavers.push(reader.text()));
			left = leavers;
		});
		reader.finish();
		return { left, explained };
	} catch (error) {
		if (error instanceof RoundRefused) return null;
		throw error;
	}
}
