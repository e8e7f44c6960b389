import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3mini } from 's3mini';

/** The key that the server knows. */
const KEY = { accessKey: 'S3RVER', secretKey: 'S3RVER' };

type Running = { readonly process: ChildProcess; readonly port: number };
const folder = mkdtempSync(join(tmpdir(), 'chiavi-s3-'));
let running: Promise<Running> | undefined;
let port = 0;

/** Starts the one server of this process, where it does not run; at the same port as before. */
function serve(): Promise<Running> {
	running ??= new Promise((done, failed) => {
		// The server ciphers the place where a list goes on with DES, which OpenSSL 3 keeps for old programs.
		const child = fork(join(import.meta.dirname, 'processes/s3-server.js'), [folder, String(port)], {
			execArgv: ['--openssl-legacy-provider']
		});
		child.once('error', failed);
		child.once('message', (told) => {
			port = Number(told);
			// It ends with this process, which does not wait for it.
			child.unref();
			child.channel?.unref();
			done({ process: child, port });
		});
	});
	return running;
}

/** Kills the server, as a power cut would, until the next `startS3`. */
export async function killS3(): Promise<void> {
	const child = (await serve()).process;
	const gone = new Promise((done) => child.once('exit', done));
	child.ref();
	child.kill('SIGKILL');
	await gone;
	running = undefined;
}

export const startS3 = async (): Promise<void> => void (await serve());

/** A new empty bucket on a real server of the S3 protocol, and the folder that holds its bytes on this machine. */
export async function makeBucket() {
	const name = `documents-${randomUUID()}`;
	const { port: at } = await serve();
	const settings = { url: `http://127.0.0.1:${at}/${name}`, region: 'eu-south-1', timeoutMs: 20_000, ...KEY };
	const { url: endpoint, region, accessKey: accessKeyId, secretKey: secretAccessKey } = settings;
	const made = await new S3mini({ endpoint, region, accessKeyId, secretAccessKey }).createBucket();
	if (!made) throw new Error('the server of the tests makes no bucket');
	return { settings, folder: join(folder, name) };
}
