import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/**
 * Browsers open connections before they have anything to ask. A server that stops waits for each, thirty seconds, and is
 * killed by then: those on which nothing was ever said are closed at once. Call it before the port opens.
 */
export function closeSilentConnectionsAtStop(): void {
	const open = new Set<Socket>();
	const close = () => {
		for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
	};
	let isListening = false;
	subscribe('net.server.socket', (message) => {
		const { socket } = message as { socket: Socket };
		open.add(socket);
		socket.once('close', () => open.delete(socket));
		// Not before the port is open: whoever listens to a signal takes its own effect from it, and a start could not be stopped.
		if (!isListening) for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close);
		isListening = true;
	});
}
