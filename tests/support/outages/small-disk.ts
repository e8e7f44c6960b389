import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, so that it can be filled. */
export type SmallDisk = { readonly folder: string; fill(): void; empty(): void; remove(): void };

/** Mounts a file system of `megabytes` in memory; undefined where this account may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'chiavi-disk-'));
	chmodSync(folder, 0o755);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=1777`, 'tmpfs', folder], { stdio: 'ignore' });
	} catch {
		rmSync(folder, { recursive: true });
		return undefined;
	}
	const filler = join(folder, 'filler');
	return {
		folder,
		fill: () => {
			const { bavail, bsize } = statfsSync(folder);
			writeFileSync(filler, '');
			try {
				for (let written = 0; written < bavail; written += 1) appendFileSync(filler, Buffer.alloc(bsize));
			} catch (error) {
				// Somebody else took some of the room meanwhile.
				if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
			}
		},
		empty: () => rmSync(filler),
		remove: () => {
			execFileSync('umount', [folder]);
			rmSync(folder, { recursive: true });
		}
	};
}

/**
 * From now on the process can write to no file, without being root: the system answers EFBIG ("file too large"). The answer
 * lets it write again; undefined where the system has no such limits.
 */
export function stopWriting(pid: number): (() => void) | undefined {
	const limit = (size: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`]);
	try {
		limit('0');
	} catch {
		return undefined;
	}
	return () => limit('unlimited');
}
