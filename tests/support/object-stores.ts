import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../src/lib/server/platform/objects/file-store';
import type { S3Settings } from '../../src/lib/server/config-files';
import { s3Store } from '../../src/lib/server/platform/objects/s3-store';
import type { ObjectStore } from '../../src/lib/server/platform/objects/store';
import { killS3, makeBucket, startS3 } from './s3-server';

/** A store for one test. `folder`: where its bytes lie on this machine. `fail` makes it useless until `mend`. */
export type TestStore = {
	readonly objects: ObjectStore;
	readonly folder: string;
	readonly fail: () => Promise<void>;
	readonly mend: () => Promise<void>;
	readonly remove: () => Promise<void>;
};
export type TestBucket = TestStore & { readonly settings: S3Settings };

const newFolder = () => mkdtempSync(join(tmpdir(), 'chiavi-files-'));
const rmFolder = (folder: string) => rmSync(folder, { recursive: true, force: true });

/** A store in a new folder of this machine. */
export function newFileStore(): TestStore {
	const above = newFolder();
	const folder = join(above, 'files');
	mkdirSync(folder, { mode: 0o700 });
	return {
		objects: fileStore(folder),
		folder,
		fail: async () => {
			renameSync(folder, `${folder}.away`);
			writeFileSync(folder, 'a file where the folder was');
		},
		mend: async () => {
			rmSync(folder);
			renameSync(`${folder}.away`, folder);
		},
		remove: async () => rmFolder(above)
	};
}

/** A store on a real server of the S3 protocol. */
export async function newBucket(): Promise<TestBucket> {
	const { settings, folder } = await makeBucket();
	return {
		// Few names at once, so that a short list has several parts.
		...{ objects: s3Store(settings, 10), settings, folder, fail: killS3, mend: startS3 },
		remove: async () => rmFolder(folder)
	};
}

/** Every kind of store that the portal has, for `describe.each`. */
export const storeKinds = [
	{ kind: 'a folder', open: async () => newFileStore() },
	{ kind: 'a bucket', open: newBucket }
] as const satisfies readonly { kind: string; open: () => Promise<TestStore> }[];

/** The bytes of every file below a folder. */
export const everythingIn = (folder: string): Buffer[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)));

/** Why each act of a store fails, put to list; undefined for one that does not. */
export async function whyEachFails(objects: ObjectStore): Promise<unknown[]> {
	const acts = [
		objects.put('one', Buffer.alloc(2_000, 'x')),
		objects.get('one'),
		objects.remove('one'),
		objects.list()
	];
	const ended = await Promise.allSettled(acts);
	return ended.map((end) => (end.status === 'rejected' ? end.reason : undefined));
}
