import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/**
 * Browsers open connections before they have anything to ask. A server that stops waits for each, thirty seconds, and is
 * killed by then: those on which nothing was ever said are closed at once. Call it before the port opens.
 */
export function closeSilentConnectionsAtStop(): void {
	const open = new Set<Socket>();
	subscribe('net.server.socket', (message) => {
		const { socket } = message as { socket: Socket };
		open.add(socket);
		socket.once('close', () => open.delete(socket));
	});
	const close = () => {
		for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
	};
	process.once('SIGTERM', close);
	process.once('SIGINT', close);
}
