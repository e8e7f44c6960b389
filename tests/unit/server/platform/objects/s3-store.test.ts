import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { S3Settings } from '$lib/server/config-files';
import { s3Store } from '$lib/server/platform/objects/s3-store';
import { StoreUnavailable } from '$lib/server/platform/objects/store';
import { newBucket, whyEachFails, type TestBucket } from '../../../../support/object-stores';

const bytes = Buffer.from('x'.repeat(2_000));
let bucket: TestBucket;
beforeEach(async () => (bucket = await newBucket()));
afterEach(() => bucket.remove());

const withSettings = (changes: Partial<S3Settings>) => s3Store({ ...bucket.settings, ...changes });

describe('a bucket that the portal may not use', { timeout: 60_000 }, () => {
	it.each([
		['a wrong secret', { secretKey: 'wrong-secret-value' }, 'answered 403 (SignatureDoesNotMatch)'],
		['an unknown key', { accessKey: 'UNKNOWNKEY' }, 'answered 403 (InvalidAccessKeyId)']
	])('says so for %s, in the server’s word, and names no key', async (_, changes, said) => {
		for (const reason of await whyEachFails(withSettings(changes))) {
			expect(reason).toBeInstanceOf(StoreUnavailable);
			expect((reason as Error).message).toContain(said);
			const all = JSON.stringify(reason, Object.getOwnPropertyNames(reason)) + String((reason as Error).cause);
			for (const secret of Object.values(changes)) expect(all).not.toContain(secret);
			expect(all).not.toContain(bucket.settings.secretKey);
		}
		expect(await bucket.objects.list()).toEqual([]);
	});

	it('tells a missing bucket from a missing object', async () => {
		const objects = withSettings({ url: `${bucket.settings.url}-misspelt` });
		for (const reason of await whyEachFails(objects)) expect(reason).toBeInstanceOf(StoreUnavailable);
		await expect(objects.get('one')).rejects.toThrow('no such bucket');
	});

	it('says that no machine has this name', async () => {
		const objects = withSettings({ url: 'http://nowhere.invalid/documents' });
		await expect(objects.put('one', bytes)).rejects.toThrow(/cannot be reached \((ENOTFOUND|EAI_AGAIN)\)/);
	});
});

describe('a server that behaves badly', { timeout: 60_000 }, () => {
	let server: Server;
	let asked = 0;
	const serve = async (answer: RequestListener, { timeoutMs }: { timeoutMs: number } = bucket.settings) => {
		asked = 0;
		server = createServer((request, response) => {
			asked += 1;
			answer(request, response);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const { port } = server.address() as AddressInfo;
		return withSettings({ url: `http://127.0.0.1:${port}/documents`, timeoutMs });
	};
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	});

	it('and takes a request but never answers is given up', async () => {
		const objects = await serve(() => undefined, { timeoutMs: 150 });
		for (const reason of await whyEachFails(objects)) expect((reason as Error).message).toContain('took too long');
	});

	it('and stops in the middle of an object is given up', async () => {
		const half: RequestListener = (_, response) => response.writeHead(200, { 'content-length': 2_000 }).write('half');
		const objects = await serve(half, { timeoutMs: 150 });
		await expect(objects.get('one')).rejects.toThrow('took too long');
	});

	it('and ends the connection in the middle of an object gives no half of it', async () => {
		const objects = await serve((_, response) => {
			response.writeHead(200, { 'content-length': 2_000 }).write('half', () => response.destroy());
		});
		await expect(objects.get('one')).rejects.toThrow(StoreUnavailable);
		expect(asked).toBe(2);
	});

	it('is asked once more where the connection breaks or the server fails', async () => {
		const objects = await serve((request, response) => {
			request.resume();
			if (asked === 1) return void response.destroy();
			response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
		});
		expect((await objects.get('one'))?.equals(bytes)).toBe(true);
		const failing = await serve((request, response) => {
			request.resume();
			response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
		});
		await expect(failing.put('one', bytes)).rejects.toThrow('answered 503');
		expect(asked).toBe(2);
	});

	it('and sends the portal elsewhere is not followed', async () => {
		const objects = await serve((request, response) => {
			request.resume();
			response.writeHead(307, { location: bucket.settings.url }).end();
		});
		await expect(objects.put('one', bytes)).rejects.toThrow('answered 307');
		expect(await bucket.objects.list()).toEqual([]);
	});
});
