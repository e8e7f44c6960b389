import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends the first half of a form with a file, and then the line breaks. */
export async function sendHalf(address: string, cookie: string): Promise<void> {
	const { hostname, port, origin, pathname, search } = new URL(address);
	const start = '--b\r\ncontent-disposition: form-data; name="pages"; filename="uno.pdf"\r\n\r\n%PDF-1.7';
	const head = [
		`POST ${pathname}${search} HTTP/1.1`,
		`host: ${hostname}:${port}`,
		`origin: ${origin}`,
		`cookie: ${cookie}`
	];
	const body = ['content-type: multipart/form-data; boundary=b', 'content-length: 2000000', '', start];
	const line = connect(Number(port), hostname);
	await once(line, 'connect');
	await new Promise((sent) => line.write(`${[...head, ...body].join('\r\n')}${' '.repeat(1_000_000)}`, sent));
	line.destroy();
	await once(line, 'close');
}
