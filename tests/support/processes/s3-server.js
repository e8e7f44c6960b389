import S3rver from '@20minutes/s3rver';
import v4 from '@20minutes/s3rver/lib/signature/v4.js';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';

// A server of the S3 protocol, as a process of its own: `s3-server FOLDER PORT`. It tells its port to the process that
// started it, and ends with it.

// The library forgets the slash after the bucket's name, which the client signs as the protocol says.
const { getStringToSign } = v4;
v4.getStringToSign = (request, signature) =>
	getStringToSign({ ...request, uri: request.headers['x-asked-path'] }, signature);

const [folder, port] = process.argv.slice(2);
const handle = new S3rver({ directory: folder, silent: true }).callback();
const server = createServer((request, response) => {
	request.headers['x-asked-path'] = request.url?.split('?')[0];
	handle(request, response);
}).listen(Number(port), '127.0.0.1', () => {
	const address = server.address();
	process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => {
	if (folder) rmSync(folder, { recursive: true, force: true });
	process.exit(0);
});
