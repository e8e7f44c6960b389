import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireName, StoreUnavailable, type ObjectStore } from './store';

const isMissing = (reason: unknown) => (reason as { code?: string } | null)?.code === 'ENOENT';
/** The ending of a file that is being written. No object has it, and nobody reads one that a crash leaves. */
const UNFINISHED = '.part';

/** A store in a folder of this machine: one file an object, which the portal's own user alone can read. */
export function fileStore(folder: string): ObjectStore {
	const pathOf = (name: string) => join(folder, requireName(name));
	return {
		put: (name, bytes) => {
			const path = pathOf(name);
			return onDisk(() => writeWhole(folder, path, bytes));
		},
		get: (name) => {
			const path = pathOf(name);
			return onDisk(() => unlessMissing(() => readFile(path), undefined));
		},
		remove: (name) => {
			const path = pathOf(name);
			return onDisk(() => rm(path, { force: true }));
		},
		list: () =>
			onDisk(async () => {
				const names = await unlessMissing(() => readdir(folder), []);
				return names.filter((name) => !name.endsWith(UNFINISHED));
			})
	};
}

async function onDisk<T>(act: () => Promise<T>): Promise<T> {
	try {
		return await act();
	} catch (reason) {
		const { code } = reason as { code?: unknown };
		if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw reason;
		throw new StoreUnavailable(`the folder of files cannot be used (${code})`, { cause: reason });
	}
}

async function unlessMissing<T, N>(act: () => Promise<T>, none: N): Promise<T | N> {
	try {
		return await act();
	} catch (reason) {
		if (isMissing(reason)) return none;
		throw reason;
	}
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
