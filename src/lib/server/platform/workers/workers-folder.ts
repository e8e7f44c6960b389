import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The server's files lie as deep as build/server/chunks, the command line's in build. */
const DEEPEST = 4;

/**
 * Where the built jobs are, seen from the built file this is part of. Under `npm run dev` they are where CHIAVI_JOBS says;
 * null where nothing is built, as in most tests.
 */
export function workersFolder(): string | null {
	if (import.meta.env.DEV) return process.env['CHIAVI_JOBS'] ?? null;
	let above = dirname(fileURLToPath(import.meta.url));
	for (let depth = 0; depth < DEEPEST; depth += 1, above = dirname(above)) {
		const folder = join(above, 'workers');
		if (existsSync(join(folder, 'thread.js'))) return folder;
	}
	throw new Error('The jobs are not built: run "npm run build".');
}
