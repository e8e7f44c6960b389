import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/**
 * Makes a file that only the owner of the process reads, or narrows one that is there: a database, its log beside it (which
 * SQLite gives the same rights), a backup.
 */
export function makePrivate(file: string): void {
	closeSync(openSync(file, 'a', OWNER_ONLY));
	for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) narrow(name);
}

function narrow(file: string): void {
	try {
		chmodSync(file, OWNER_ONLY);
	} catch (error) {
		// The file has another owner, who gave this process the right to write it.
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
	}
}
