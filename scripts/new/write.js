import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {ReturnType<typeof createWriter>} Writer */

/**
 * Collects the files to write, so that nothing is written when one of them cannot be.
 *
 * @param {string} root
 */
export function createWriter(root) {
	/** @type {Map<string, string>} */
	const files = new Map();
	const path = (/** @type {string} */ file) => join(root, file);
	return {
		exists: (/** @type {string} */ file) => files.has(file) || existsSync(path(file)),
		/** The names in a folder. @param {string} folder */
		list: (folder) => readdirSync(path(folder)),
		/** A new file; one that exists is refused. @param {string} file @param {string} text */
		create(file, text) {
			if (this.exists(file)) throw new Error(`${file} exists already.`);
			files.set(file, text);
		},
		/** Changes a file that exists. @param {string} file @param {(text: string) => string} edit */
		change(file, edit) {
			files.set(file, edit(files.get(file) ?? readFileSync(path(file), 'utf8')));
		},
		written: () => [...files.keys()],
		save() {
			for (const [file, text] of files) {
				mkdirSync(dirname(path(file)), { recursive: true });
				writeFileSync(path(file), text);
			}
		}
	};
}
