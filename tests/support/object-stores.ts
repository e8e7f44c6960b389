import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileStore } from '../../src/lib/server/platform/objects/file-store';
import type { ObjectStore } from '../../src/lib/server/platform/objects/store';

export type TestStore = { readonly objects: ObjectStore; readonly folder: string; readonly remove: () => void };

/** A store in a new folder of this machine. */
export function newFileStore(): TestStore {
	const folder = join(mkdtempSync(join(tmpdir(), 'chiavi-files-')), 'files');
	return { objects: fileStore(folder), folder, remove: () => rmSync(join(folder, '..'), { recursive: true }) };
}
