import { subscribe } from 'node:diagnostics_channel';
import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const headers: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	// Links in mails carry a secret in their path: it must not travel to other sites.
	'referrer-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	// Pages bring their own, with nonces. A worker obeys the policy of its own file, and loads ours.
	'content-security-policy':
		"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
};

/** The headers of every answer, which close what the portal does not use. */
export const answerHeaders = (origin: string): Readonly<Record<string, string>> =>
	origin.startsWith('https:')
		? { ...headers, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
		: headers;

/**
 * Gives them to every answer of this process: files, redirects and refusals, which the server makes without asking the
 * hooks, and requests that it cannot even read. Call it before the port opens.
 */
export function headEveryAnswer(origin: string): void {
	const all = Object.entries(answerHeaders(origin));
	subscribe('http.server.request.start', (message) => {
		const { response } = message as { response: ServerResponse };
		for (const [name, value] of all) response.setHeader(name, value);
	});
	const known = new WeakSet<Server>();
	subscribe('net.server.socket', (message) => {
		const { server } = (message as { socket: Socket & { server?: Server } }).socket;
		if (!server || known.has(server)) return;
		known.add(server);
		server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => answerUnread(error, socket, all));
	});
}

/** By the codes of Node's parser; anything else is a bad request. */
const statuses = new Map([
	['HPE_HEADER_OVERFLOW', 431],
	['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
	['ERR_HTTP_REQUEST_TIMEOUT', 408]
]);

const PAGE = `<!doctype html>
<html lang="it"><meta charset="utf-8"><title>Richiesta non letta · Chiavi</title>
<h1>Non abbiamo potuto leggere la richiesta</h1>
<p>Quello che avevi già salvato è al suo posto. Torna indietro con il tuo browser e riprova; se non basta, cancella i cookie di questo sito.</p>
<p lang="en">We could not read this request. What you had already saved is where it was. Go back in your browser and try again; if that is not enough, delete the cookies of this site.</p>
<p><a href="/">Chiavi</a></p></html>
`;

/**
 * Answers a request that the HTTP parser refuses, such as one with cookies of sixteen kilobytes. Node would answer a
 * bare status line.
 */
function answerUnread(error: NodeJS.ErrnoException, socket: Socket, all: readonly [string, string][]): void {
	const { _httpMessage: begun } = socket as { _httpMessage?: ServerResponse };
	if (!socket.writable || begun?.headersSent) return void socket.destroy();
	const status = statuses.get(error.code ?? '') ?? 400;
	const lines = [
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
		'connection: close',
		'content-type: text/html; charset=utf-8',
		`content-length: ${Buffer.byteLength(PAGE)}`,
		...all.map(([name, value]) => `${name}: ${value}`)
	];
	socket.end(`${lines.join('\r\n')}\r\n\r\n${PAGE}`);
}
