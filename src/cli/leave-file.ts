import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Leaves these bytes at the path, whole or not at all. Null leaves nothing, so that nobody takes an earlier file for the
 * one that could not be made.
 * @returns false when the path cannot be written; a device or a folder is never replaced
 */
export function leaveFile(path: string, bytes: Uint8Array | null): boolean {
	const part = `${path}.${process.pid}.part`;
	try {
		const there = statSync(path, { throwIfNoEntry: false });
		if (there && !there.isFile()) return false;
		if (bytes) {
			writeWhole(part, bytes);
			renameSync(part, path);
		} else rmSync(path, { force: true });
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		rmSync(part, { force: true });
		return false;
	}
}

function writeWhole(path: string, bytes: Uint8Array): void {
	const file = openSync(path, 'wx');
	try {
		writeFileSync(file, bytes);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
