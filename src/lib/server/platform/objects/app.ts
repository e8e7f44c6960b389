import { config } from '$lib/server/config';
import { fileStore } from './file-store';
import { s3Store } from './s3-store';
import type { ObjectStore } from './store';

let opened: ObjectStore | undefined;

/** The store of files of this process, opened at first use. */
export function objects(): ObjectStore {
	const { s3, filesFolder } = config();
	opened ??= s3 ? s3Store(s3) : fileStore(filesFolder);
	return opened;
}
