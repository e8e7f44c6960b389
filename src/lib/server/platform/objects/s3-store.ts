import { S3mini, S3ServiceError } from 's3mini';
import type { S3Settings } from '$lib/server/config-files';
import { fetchInTime, TookTooLong } from './fetch-in-time';
import { requireName, StoreUnavailable, type ObjectStore } from './store';

/** The most names that a server tells at once. */
const MOST_NAMES = 1_000;

/** A store on a server that speaks the protocol of Amazon S3. Lists are read in parts of `atOnce` names. */
export function s3Store(
	{ url, region, accessKey, secretKey, timeoutMs }: S3Settings,
	atOnce = MOST_NAMES
): ObjectStore {
	const bucket = new S3mini({
		...{ endpoint: url, region, accessKeyId: accessKey, secretAccessKey: secretKey },
		fetch: fetchInTime(timeoutMs)
	});
	return {
		put: async (name, bytes) => {
			const key = requireName(name);
			await onServer(() => bucket.putObject(key, bytes));
		},
		get: async (name) => {
			const key = requireName(name);
			const bytes = await onServer(() => bucket.getObjectArrayBuffer(key));
			if (bytes === null) await requireBucket(bucket);
			return bytes === null ? undefined : Buffer.from(bytes);
		},
		remove: async (name) => {
			const key = requireName(name);
			await onServer(() => bucket.deleteObject(key));
		},
		list: () => namesIn(bucket, atOnce)
	};
}

async function namesIn(bucket: S3mini, atOnce: number): Promise<string[]> {
	const names: string[] = [];
	let next: string | undefined;
	do {
		const from = next;
		const part = await onServer(() => bucket.listObjectsPaged('/', '', atOnce, from));
		if (!part?.objects) throw noBucket();
		for (const { Key } of part.objects) names.push(Key);
		next = part.nextContinuationToken;
	} while (next !== undefined);
	return names;
}

/** The client answers null for a missing object and for a missing bucket, which would look like a lost document. */
async function requireBucket(bucket: S3mini): Promise<void> {
	if (!(await onServer(() => bucket.bucketExists()))) throw noBucket();
}

const noBucket = () => new StoreUnavailable('the object store has no such bucket, or does not show it to this key');

/** Every act may be done twice, so one that a broken connection or an error of the server cut is done once more. */
async function onServer<T>(act: () => Promise<T>): Promise<T> {
	try {
		return await act().catch((reason: unknown) => {
			if (isPassing(reason)) return act();
			throw reason;
		});
	} catch (reason) {
		throw told(reason);
	}
}

const isPassing = (reason: unknown) =>
	reason instanceof S3ServiceError ? reason.status >= 500 : codeOf(reason) !== undefined;

/** The answer of a server repeats what was signed: only its status and its code go further. */
function told(reason: unknown): unknown {
	if (reason instanceof S3ServiceError) {
		const code = /^\w{1,60}$/.exec(reason.serviceCode ?? '')?.[0] ?? 'no code';
		return new StoreUnavailable(`the object store answered ${reason.status} (${code})`);
	}
	if (reason instanceof TookTooLong) return new StoreUnavailable('the object store took too long to answer');
	const code = codeOf(reason);
	return code ? new StoreUnavailable(`the object store cannot be reached (${code})`) : reason;
}

/** The code of the network's error, which `fetch` hides one or two causes deep. */
function codeOf(reason: unknown): string | undefined {
	if (!(reason instanceof Error)) return undefined;
	const code = 'code' in reason ? reason.code : undefined;
	return typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code) ? code : codeOf(reason.cause);
}
