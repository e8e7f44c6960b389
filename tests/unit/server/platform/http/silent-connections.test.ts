import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { closeSilentConnectionsAtStop } from '$lib/server/platform/http/silent-connections';

test('a stop closes a connection on which nothing was said, and leaves the others; a start can still be stopped', async () => {
	const before = process.listeners('SIGTERM');
	closeSilentConnectionsAtStop();
	expect(process.listeners('SIGTERM'), 'until the port is open a signal ends the process').toEqual(before);

	const server = createServer((socket) => socket.on('data', (heard) => socket.write(heard))).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const silent = connect(port, '127.0.0.1').resume();
	const speaking = connect(port, '127.0.0.1');
	speaking.write('GET');
	await Promise.all([once(silent, 'connect'), once(speaking, 'data')]);

	const [close, ...others] = process.listeners('SIGTERM').filter((listener) => !before.includes(listener));
	expect(others).toEqual([]);
	close!('SIGTERM');
	await once(silent, 'close');
	speaking.write('again');
	const [heard] = (await once(speaking, 'data')) as [Buffer];
	expect(heard.toString()).toBe('again');

	speaking.destroy();
	server.close();
	for (const signal of ['SIGTERM', 'SIGINT']) process.removeListener(signal, close!);
});
