import type { ClamdSettings } from '$lib/server/config-files';
import { askClamd } from './ask-clamd';
import { ScannerUnavailable, type Scanner, type Verdict } from './scanner';

/** A scanner that works answers a ping at once, also while it scans a large file. */
const PING_MS = 2_000;
const CHUNK = 64 * 1024;

/** The scanner of ClamAV. `z`: a command and its answer end with a zero byte. */
export function clamd({ address, timeoutMs }: ClamdSettings): Scanner {
	const ping = async () => {
		const said = await askClamd(address, [Buffer.from('zPING\0')], Math.min(PING_MS, timeoutMs));
		if (said !== 'PONG') throw new ScannerUnavailable(`the scanner answered ${quoted(said)} to a ping`);
	};
	return {
		ping,
		// The ping first: a scanner that hangs is found out before a person waits for the time that a large file may take.
		scan: async (bytes) => {
			await ping();
			return verdictOf(await askClamd(address, stream(bytes), timeoutMs));
		}
	};
}

/** INSTREAM: chunks, each with its length in four bytes, and a length of zero at the end. */
function* stream(bytes: Uint8Array): Generator<Uint8Array> {
	yield Buffer.from('zINSTREAM\0');
	for (let at = 0; at < bytes.length; at += CHUNK) {
		const chunk = bytes.subarray(at, at + CHUNK);
		yield lengthOf(chunk.length);
		yield chunk;
	}
	yield lengthOf(0);
}

function lengthOf(size: number): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(size);
	return length;
}

/** Only the answer `stream: OK` means clean. */
function verdictOf(said: string): Verdict {
	if (said === 'stream: OK') return { verdict: 'clean' };
	const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
	if (found) return { verdict: 'infected', found };
	if (said.includes('size limit exceeded')) return { verdict: 'too-large' };
	throw new ScannerUnavailable(`the scanner answered ${quoted(said)}`);
}

const quoted = (said: string) => JSON.stringify(said.slice(0, 100));
