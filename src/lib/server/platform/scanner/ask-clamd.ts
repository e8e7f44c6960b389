import { once } from 'node:events';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { ScannerUnavailable } from './scanner';

/** An answer is one line. */
const LONGEST = 4_096;

/**
 * Sends `pieces` to clamd on a connection of their own, and gives its answer, which ends with a zero byte. Throws
 * `ScannerUnavailable` when the connection fails or ends before, or when `timeoutMs` are over.
 */
export function askClamd(address: NetConnectOpts, pieces: Iterable<Uint8Array>, timeoutMs: number): Promise<string> {
	return new Promise((done, failed) => {
		const socket = connect(address);
		const fail = (why: string) => failed(new ScannerUnavailable(`the scanner ${why}`));
		const timer = setTimeout(() => {
			fail(`took longer than ${timeoutMs / 1_000} seconds`);
			socket.destroy();
		}, timeoutMs);
		let said = '';
		socket.setEncoding('latin1');
		socket.on('data', (text: string) => {
			said += text;
			const end = said.indexOf('\0');
			if (end >= 0) done(said.slice(0, end));
			else if (said.length > LONGEST) fail('answers without an end');
			else return;
			socket.destroy();
		});
		socket.on('error', (reason: NodeJS.ErrnoException) => fail(`cannot be reached (${reason.code ?? reason.name})`));
		// After an answer or an error these change nothing.
		socket.on('close', () => {
			clearTimeout(timer);
			fail('ended the connection without an answer');
		});
		// Its failure is the socket's, which is heard above.
		send(socket, pieces).catch(() => {});
	});
}

/**
 * Writes the pieces one after the other. A scanner that refuses a large file answers early and closes the connection. Its
 * answer is read before the next piece is written, because a write to a closed connection ends the reading too.
 */
async function send(socket: Socket, pieces: Iterable<Uint8Array>): Promise<void> {
	for (const piece of pieces) {
		if (socket.destroyed) return;
		if (!socket.write(piece)) await once(socket, 'drain');
		await setImmediate();
	}
}
