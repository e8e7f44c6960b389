import { z } from 'zod';

/** Where the sealed files of documents are kept: a folder of this machine, or a bucket on a server of objects. */
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
export const s3Of = ({ S3_URL: url, ...values }: FilesValues) =>
	url === null || values.S3_ACCESS_KEY === null || values.S3_SECRET_KEY === null
		? null
		: {
				...{ url, region: values.S3_REGION, timeoutMs: values.S3_TIMEOUT },
				...{ accessKey: values.S3_ACCESS_KEY, secretKey: values.S3_SECRET_KEY }
			};
