import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireName, type ObjectStore } from './store';

const isMissing = (reason: unknown) => (reason as { code?: string } | null)?.code === 'ENOENT';
/** A name that no object has: a write that a crash cut leaves it, and nobody reads it. */
const UNFINISHED = '.part';

/** A store in a folder of this machine: one file an object, which the portal's own user alone can read. */
export function fileStore(folder: string): ObjectStore {
	const pathOf = (name: string) => join(folder, requireName(name));
	return {
		put: (name, bytes) => writeWhole(folder, pathOf(name), bytes),
		get: async (name) => {
			try {
				return await readFile(pathOf(name));
			} catch (reason) {
				if (isMissing(reason)) return undefined;
				throw reason;
			}
		},
		remove: async (name) => {
			await rm(pathOf(name), { force: true });
		},
		list: async () => {
			try {
				return (await readdir(folder)).filter((name) => !name.endsWith(UNFINISHED));
			} catch (reason) {
				if (isMissing(reason)) return [];
				throw reason;
			}
		}
	};
}

/** Under its own name a file is whole: it is written beside, forced to the disk, and then renamed. */
async function writeWhole(folder: string, path: string, bytes: Buffer): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const beside = join(folder, `${randomUUID()}${UNFINISHED}`);
	try {
		const file = await open(beside, 'wx', 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (reason) {
		await rm(beside, { force: true });
		throw reason;
	}
	await forceFolder(folder);
}

/** The new name is an entry of the folder, which is forced to the disk by itself. */
async function forceFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
