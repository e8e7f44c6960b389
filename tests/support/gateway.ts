import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Posted = {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Readonly<Record<string, unknown>>;
};

/** What a gateway does with a request. */
export type Answer = (posted: Posted, response: ServerResponse) => void;

/** Answers with a status, a body and headers. */
export const says =
	(status: number, body: object = {}, headers: Record<string, string> = {}): Answer =>
	(_, response) =>
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/** Takes the request and never answers. */
export const silent: Answer = () => undefined;

/** Begins an answer and ends the connection in the middle of it. */
export const cut =
	(status: number): Answer =>
	(_, response) => {
		response.writeHead(status, { 'content-type': 'application/json', 'content-length': '100' });
		response.write('{"sender_all', () => response.destroy());
	};

/** Ends the connection without an answer. */
export const hangsUp: Answer = (_, response) => response.destroy();

/** A gateway over real HTTP, at a free port of this machine. `answer` may change between requests. */
export async function openGateway(answer: Answer) {
	const gateway = { answer, posted: [] as Posted[], url: '', close: async () => {} };
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString();
			const body = JSON.parse(text || '{}') as Record<string, unknown>;
			const posted = { path: request.url ?? '', headers: request.headers, body };
			gateway.posted.push(posted);
			gateway.answer(posted, response);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	gateway.close = async () => {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	};
	return gateway;
}
