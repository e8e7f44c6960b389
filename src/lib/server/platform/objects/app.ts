import { config } from '$lib/server/config';
import { fileStore } from './file-store';
import type { ObjectStore } from './store';

let opened: ObjectStore | undefined;

/** The store of files of this process, opened at first use. */
export function objects(): ObjectStore {
	opened ??= fileStore(config().filesFolder);
	return opened;
}
