import { posix } from 'node:path';

// Where a file lies, and where an import leads: the rules of boundaries.js and the count of rooms decide by these alone.

/** The areas of the server, from the bottom: each may import those before it. */
export const AREAS = [
	'platform',
	'money',
	'people',
	'homes',
	'notices',
	'requests',
	'allocation',
	'letting',
	'programme',
	'desk'
];

/**
 * @typedef {object} Place
 * @property {string} room the first folder that counts: domain, words, ui, i18n, paraglide, server, routes, cli, migrations …
 * @property {string} area of the server: an area, `demo`, or `root` for the files beside the areas; elsewhere empty
 * @property {string} feature the folder inside the area, elsewhere empty
 * @property {string} file the file's name without its extension
 * @property {boolean} shown a component, so its code reaches the browser
 */

const EXTENSION = /\.(svelte\.ts|svelte|ts|js|json)$/;

/** @param {string} path from the top of the repository, with slashes @returns {Place} */
export function placeOf(path) {
	const parts = path.replace(EXTENSION, '').split('/');
	const nowhere = { area: '', feature: '', file: parts.at(-1) ?? '', shown: path.endsWith('.svelte') };
	if (parts[0] !== 'src') return { ...nowhere, room: parts[0] ?? '' };
	if (parts[1] !== 'lib') return { ...nowhere, room: parts[1] ?? '' };
	const [room = '', area = '', feature = ''] = parts.slice(2);
	if (room !== 'server') return { ...nowhere, room };
	if (parts.length === 4) return { ...nowhere, room, area: 'root' };
	return { ...nowhere, room, area, feature: parts.length > 5 ? feature : '' };
}

/**
 * The path that an import leads to, from the top of the repository and without an extension that was not written.
 * @param {string} importer path of the file that imports @param {string} specifier as written
 * @returns {string | null} null for a package
 */
export function resolveImport(importer, specifier) {
	const written = specifier.replace(/\?.*$/, '');
	if (written === '$lib') return 'src/lib';
	if (written.startsWith('$lib/')) return posix.normalize(`src/lib/${written.slice('$lib/'.length)}`);
	if (written.startsWith('.')) return posix.normalize(posix.join(posix.dirname(importer), written));
	if (written.startsWith('/')) return posix.normalize(written.slice(1));
	return null;
}
