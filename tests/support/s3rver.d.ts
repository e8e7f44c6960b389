declare module '@20minutes/s3rver' {
	import type { RequestListener } from 'node:http';

	export default class S3rver {
		constructor(options: { directory?: string; silent?: boolean });
		callback(): RequestListener;
	}
}

declare module '@20minutes/s3rver/lib/signature/v4.js' {
	type Asked = { readonly uri: unknown; readonly headers: Readonly<Record<string, unknown>> };
	const signature: { getStringToSign: (request: Asked, signature: object) => string };
	export default signature;
}
