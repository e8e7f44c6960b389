import { createServer, type NetConnectOpts, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** The file that every scanner recognises and that harms nothing. In parts, so that no scanner takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('');

/** What the server does once it has a command, in place of its work. */
export type Misbehaviour = (socket: Socket, command: string) => boolean | undefined;

export type ClamdServer = {
	readonly address: NetConnectOpts;
	readonly url: string;
	/** The bytes of each stream that came to its end. */
	readonly scanned: Buffer[];
	misbehave: Misbehaviour | undefined;
	readonly close: () => Promise<void>;
};

/**
 * A server that speaks the protocol of clamd over a real socket: PING and INSTREAM, in their form with a zero byte. It
 * recognises EICAR anywhere in a stream of at most `most` bytes. `path`: a socket of this machine in place of a port.
 */
export async function openClamd({ most = 25 * 1024 * 1024, path = '' } = {}): Promise<ClamdServer> {
	const open = new Set<Socket>();
	const scanned: Buffer[] = [];
	const state: { misbehave: Misbehaviour | undefined } = { misbehave: undefined };
	const server = createServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		// A client that breaks off is no fault of the server.
		socket.on('error', () => {});
		listen(socket, (command, rest) =>
			state.misbehave?.(socket, command) ? undefined : answer(command, rest, most, scanned)
		);
	});
	server.listen(path ? { path } : { port: 0, host: '127.0.0.1' });
	await once(server, 'listening');
	const { port } = path ? { port: 0 } : (server.address() as AddressInfo);
	return Object.assign(state, {
		address: path ? { path } : { port, host: '127.0.0.1' },
		url: path ? `unix:${path}` : `tcp://127.0.0.1:${port}`,
		scanned,
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((done) => server.close(done));
		}
	});
}

/** Gives each command with what came after it so far, until the answer is there. */
function listen(socket: Socket, answerTo: (command: string, rest: Buffer) => string | undefined): void {
	let waiting = Buffer.alloc(0);
	socket.on('data', (bytes) => {
		// What comes after the answer is read and thrown away.
		if (socket.writableEnded) return;
		waiting = Buffer.concat([waiting, bytes]);
		const end = waiting.indexOf(0);
		if (end < 0) return;
		const said = answerTo(waiting.subarray(0, end).toString(), waiting.subarray(end + 1));
		if (said !== undefined) socket.end(`${said}\0`);
	});
}

/** Undefined while the stream has not come to its end. */
function answer(command: string, rest: Buffer, most: number, scanned: Buffer[]): string | undefined {
	if (command === 'zPING') return 'PONG';
	if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
	const read = readStream(rest, most);
	if (read === 'more') return undefined;
	if (read === 'too-large') return 'INSTREAM size limit exceeded. ERROR';
	scanned.push(read);
	return read.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
}

/** The chunks of a stream, each after its length in four bytes, to the length of zero. */
function readStream(bytes: Buffer, most: number): Buffer | 'more' | 'too-large' {
	const chunks: Buffer[] = [];
	let [at, size] = [0, 0];
	while (at + 4 <= bytes.length) {
		const length = bytes.readUInt32BE(at);
		if (length === 0) return Buffer.concat(chunks);
		size += length;
		if (size > most) return 'too-large';
		if (at + 4 + length > bytes.length) return 'more';
		chunks.push(bytes.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	return 'more';
}
