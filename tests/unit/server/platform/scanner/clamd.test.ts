import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clamd } from '$lib/server/platform/scanner/clamd';
import { ScannerUnavailable } from '$lib/server/platform/scanner/scanner';
import { EICAR, openClamd, type ClamdServer, type Misbehaviour } from '../../../../support/clamd-server';

const folder = mkdtempSync(join(tmpdir(), 'chiavi-clamd-'));
const places = [
	{ place: 'a port', options: {} },
	{ place: 'a socket of this machine', options: { path: join(folder, 'clamd.ctl') } }
];
const most = 300_000;
let server: ClamdServer;
const scannerOf = (timeoutMs = 20_000) => clamd({ address: server.address, timeoutMs });

describe.each(places)('clamd at $place', { timeout: 60_000 }, ({ options }) => {
	beforeEach(async () => void (server = await openClamd({ ...options, most })));
	afterEach(() => server.close());

	it('finds nothing in a clean file, and gets every byte in its order', async () => {
		const bytes = randomBytes(200_001);
		expect(await scannerOf().scan(bytes)).toEqual({ verdict: 'clean' });
		expect(await scannerOf().scan(new Uint8Array())).toEqual({ verdict: 'clean' });
		expect(server.scanned.map((one) => one.length)).toEqual([200_001, 0]);
		expect(server.scanned[0]?.equals(bytes)).toBe(true);
	});

	it('finds EICAR, also across the border of two chunks', async () => {
		const found = { verdict: 'infected', found: 'Eicar-Test-Signature' };
		expect(await scannerOf().scan(Buffer.from(EICAR))).toEqual(found);
		const far = Buffer.concat([Buffer.alloc(64 * 1024 - 10, 'a'), Buffer.from(EICAR), Buffer.alloc(90_000, 'b')]);
		expect(await scannerOf().scan(far)).toEqual(found);
	});

	it('scans several files at the same time, and tells them apart', async () => {
		const files = [Buffer.from('one'), Buffer.from(EICAR), Buffer.from('three')];
		const said = await Promise.all(files.map((file) => scannerOf().scan(file)));
		expect(said.map(({ verdict }) => verdict)).toEqual(['clean', 'infected', 'clean']);
	});

	it('says that a file is larger than it takes', async () => {
		expect(await scannerOf().scan(Buffer.alloc(most + 1))).toEqual({ verdict: 'too-large' });
		expect(await scannerOf().scan(Buffer.alloc(most))).toEqual({ verdict: 'clean' });
	});

	it('is down: there is no verdict', async () => {
		const scanner = scannerOf();
		await server.close();
		await expect(scanner.scan(Buffer.from('x'))).rejects.toThrow(ScannerUnavailable);
		await expect(scanner.ping()).rejects.toThrow(/cannot be reached \((ECONNREFUSED|ENOENT)\)/);
		server = await openClamd(options);
	});

	/** Each is well until the file comes. */
	const atStream =
		(act: Misbehaviour): Misbehaviour =>
		(socket, command) =>
			command === 'zINSTREAM' && act(socket, command) !== false;
	const faults: [string, Misbehaviour, string][] = [
		['takes connections and says nothing', () => true, 'took longer'],
		['answers a ping with something else', (socket) => !!socket.end('NOPE\0'), 'answered "NOPE" to a ping'],
		['takes a file and says nothing', atStream(() => true), 'took longer'],
		['stops reading in the middle of a file', atStream((socket) => !!socket.pause()), 'took longer'],
		['hangs up in the middle of a file', atStream((socket) => !!socket.destroy()), 'the scanner'],
		['closes its half without an answer', atStream((socket) => !!socket.end()), 'the scanner'],
		['ends in the middle of its answer', atStream((socket) => !!socket.end('stream: OK')), 'the scanner'],
		['stops in the middle of its answer', atStream((socket) => socket.write('stream: O') || true), 'took longer'],
		['answers without an end', atStream((socket) => !!socket.end('x'.repeat(9_000))), 'without an end'],
		['reports an error', atStream((socket) => !!socket.end('Can’t allocate memory ERROR\0')), 'memory ERROR'],
		['does not know the command', atStream((socket) => !!socket.end('UNKNOWN COMMAND\0')), 'UNKNOWN COMMAND'],
		['answers nothing', atStream((socket) => !!socket.end('\0')), 'answered ""'],
		['names no virus', atStream((socket) => !!socket.end('stream:  FOUND\0')), 'answered'],
		['says OK of something else', atStream((socket) => !!socket.end('stream: OK FOUND? ERROR\0')), 'answered']
	];
	it.each(faults)('%s: there is no verdict', async (_, misbehave, said) => {
		server.misbehave = misbehave;
		// Only a scanner that keeps silent is given up soon: another one may be slow on a busy machine.
		const reason: unknown = await scannerOf(said === 'took longer' ? 200 : undefined)
			.scan(Buffer.alloc(250_000))
			.catch((error: unknown) => error);
		expect(reason).toBeInstanceOf(ScannerUnavailable);
		expect((reason as Error).message).toContain(said);
		server.misbehave = undefined;
		expect(await scannerOf().scan(Buffer.from('x'))).toEqual({ verdict: 'clean' });
	});
});

it('leaves no socket behind', () => rmSync(folder, { recursive: true }));
