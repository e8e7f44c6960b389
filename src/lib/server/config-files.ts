import type { NetConnectOpts } from 'node:net';
import { z } from 'zod';

export type S3Settings = {
	/** `https://HOST/BUCKET`, or `https://BUCKET.HOST`. */
	readonly url: string;
	readonly region: string;
	readonly accessKey: string;
	readonly secretKey: string;
	/** How long the server may take to begin its answer; a large object gets more. */
	readonly timeoutMs: number;
};

export type ClamdSettings = {
	/** A host and a port, or the path of a socket of this machine. */
	readonly address: NetConnectOpts;
	/** How long the verdict on one file may take. */
	readonly timeoutMs: number;
};

/** Where the sealed files of documents are kept (a folder, or a bucket on a server), and what scans files before. */
export const filesEnvironment = {
	FILES_FOLDER: z.string().nullable().default(null),
	S3_URL: z
		.string()
		.regex(
			/^(https:\/\/[^/?#@]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)(\/[a-z0-9][a-z0-9.-]{2,62})?$/,
			'S3_URL must be the address of a bucket, such as https://s3.example.it/bucket: https, no user, no more than the bucket after the host.'
		)
		.nullable()
		.default(null),
	S3_REGION: z
		.string()
		.regex(/^[a-z0-9-]{1,40}$/, 'S3_REGION must be the name of a region, such as eu-south-1.')
		.default('auto'),
	S3_ACCESS_KEY: key('S3_ACCESS_KEY'),
	S3_SECRET_KEY: key('S3_SECRET_KEY'),
	S3_TIMEOUT: z
		.string()
		.regex(/^([1-9]|[1-5]\d|60)$/, 'S3_TIMEOUT must be a number of seconds from 1 to 60.')
		.default('3')
		.transform((seconds) => Number(seconds) * 1_000),
	CLAMD_URL: z
		.string()
		.regex(
			/^(tcp:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\]):(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]?\d{1,4})|unix:\/[^\0]+)$/i,
			'CLAMD_URL must be where clamd listens, such as unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310.'
		)
		.nullable()
		.default(null),
	CLAMD_TIMEOUT: z
		.string()
		.regex(/^([1-9]|[1-9]\d|1[01]\d|120)$/, 'CLAMD_TIMEOUT must be a number of seconds from 1 to 120.')
		.default('30')
		.transform((seconds) => Number(seconds) * 1_000)
};

function key(name: string) {
	return z
		.string()
		.regex(/^[\x21-\x7e]{1,200}$/, `${name} must be one line of letters, digits and signs, without spaces.`)
		.nullable()
		.default(null);
}

type FilesValues = z.infer<z.ZodObject<typeof filesEnvironment>>;

/** What is amiss between settings that are each well written: a sentence for each. */
export function filesProblems(values: FilesValues): string[] {
	const { S3_URL: url, FILES_FOLDER: folder } = values;
	const keys = ['S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;
	const missing = keys.filter((name) => url !== null && values[name] === null);
	const alone = keys.filter((name) => url === null && values[name] !== null);
	return [
		...missing.map((name) => `${name} is missing: S3_URL names a bucket, and this is half of the key that opens it.`),
		...alone.map((name) => `S3_URL is missing: ${name} is set, and nothing says which bucket it opens.`),
		...(url !== null && folder !== null
			? ['FILES_FOLDER and S3_URL are both set: keep the one where the files are.']
			: [])
	];
}

/** The bucket; null where the files lie in a folder. */
export const s3Of = ({ S3_URL: url, ...values }: FilesValues): S3Settings | null =>
	url === null || values.S3_ACCESS_KEY === null || values.S3_SECRET_KEY === null
		? null
		: {
				...{ url, region: values.S3_REGION, timeoutMs: values.S3_TIMEOUT },
				...{ accessKey: values.S3_ACCESS_KEY, secretKey: values.S3_SECRET_KEY }
			};

/** Where clamd listens; null where files are not scanned. */
export function clamdOf({ CLAMD_URL: url, CLAMD_TIMEOUT: timeoutMs }: FilesValues): ClamdSettings | null {
	if (url === null) return null;
	if (url.startsWith('unix:')) return { address: { path: url.slice('unix:'.length) }, timeoutMs };
	const [, host, port] = /^tcp:\/\/\[?(.+?)\]?:(\d+)$/i.exec(url)!;
	return { address: { host, port: Number(port) }, timeoutMs };
}
