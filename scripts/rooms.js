import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { AREAS, placeOf, resolveImport } from '../lint/place.js';
import { root } from './setup.js';

// `npm run rooms` counts the folders of the server, the imports between them, and those that run back up; and lists the
// circles of imports between files.

const ENDS = ['', '.ts', '.js', '.svelte', '.svelte.ts', '/index.ts'];

/** @param {string} folder from the top of the repository @param {string} [top] @returns {string[]} */
function filesIn(folder, top = root) {
	return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('/paraglide/'))
		.sort();
}

/** The files of the project that a file imports, types included. @param {string} file @param {string} top @returns {string[]} */
function importsOf(file, top) {
	const { importedFiles } = ts.preProcessFile(readFileSync(join(top, file), 'utf8'));
	return importedFiles.flatMap(({ fileName }) => {
		const path = resolveImport(file, fileName);
		const found = path && ENDS.map((end) => path + end).find((name) => isFile(join(top, name)));
		return found ? [found] : [];
	});
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** Which file imports which. @param {string[]} folders @param {string} [top] @returns {Map<string, string[]>} */
export function importsIn(folders, top = root) {
	const files = folders.flatMap((folder) => filesIn(folder, top));
	return new Map(files.map((file) => [file, importsOf(file, top)]));
}

/** A folder of the server with files of its own. @param {string} file */
function roomOf(file) {
	const { area, feature } = placeOf(file);
	return area === 'root' ? 'root' : feature ? `${area}/${feature}` : area;
}

/** The place of an area, from the bottom; the demo world lies above all. @param {string} room */
function heightOf(room) {
	const height = AREAS.indexOf(room.split('/')[0] ?? '');
	return height < 0 ? AREAS.length : height;
}

/**
 * Rooms of the server, arrows between them (one for each pair, however many imports), and the arrows that run from an area
 * to one above it. The files beside the areas are lists and settings: their arrows are counted and never run up.
 * @param {Map<string, string[]>} imports
 */
export function countRooms(imports) {
	const server = [...imports].filter(([file]) => placeOf(file).room === 'server');
	const rooms = new Set(server.map(([file]) => roomOf(file)));
	/** @type {Set<string>} */
	const arrows = new Set();
	for (const [file, targets] of server)
		for (const target of targets.filter((name) => placeOf(name).room === 'server'))
			if (roomOf(file) !== roomOf(target)) arrows.add(`${roomOf(file)} -> ${roomOf(target)}`);
	const up = [...arrows].filter((arrow) => {
		const [from = '', to = ''] = arrow.split(' -> ');
		return from !== 'root' && to !== 'root' && heightOf(from) < heightOf(to);
	});
	return { rooms: rooms.size, arrows: arrows.size, up };
}

/**
 * Groups of files that import each other in a circle (strongly connected components, Tarjan 1972).
 * @param {Map<string, string[]>} imports @returns {string[][]}
 */
export function circlesIn(imports) {
	/** @type {Map<string, { order: number, low: number, open: boolean }>} */
	const seen = new Map();
	/** @type {string[]} */
	const stack = [];
	/** @type {string[][]} */
	const circles = [];
	/** @param {string} file */
	const visit = (file) => {
		const mark = { order: seen.size, low: seen.size, open: true };
		seen.set(file, mark);
		stack.push(file);
		for (const target of imports.get(file) ?? []) {
			const other = seen.get(target) ?? visit(target);
			if (other.open) mark.low = Math.min(mark.low, other.low);
		}
		if (mark.low === mark.order) close(file);
		return mark;
	};
	/** @param {string} first of its circle */
	const close = (first) => {
		const circle = stack.splice(stack.indexOf(first));
		for (const file of circle) Object.assign(seen.get(file) ?? {}, { open: false });
		if (circle.length > 1) circles.push(circle.sort());
	};
	for (const file of imports.keys()) if (!seen.has(file)) visit(file);
	return circles;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const imports = importsIn(['src/lib'], process.argv[2] ?? root);
	const { rooms, arrows, up } = countRooms(imports);
	const circles = circlesIn(imports);
	process.stdout.write(`${rooms} rooms of the server, ${arrows} arrows between them, ${up.length} of them back up\n`);
	for (const arrow of up) process.stdout.write(`  up: ${arrow}\n`);
	process.stdout.write(`${circles.length} circles of imports between files\n`);
	for (const circle of circles) process.stdout.write(`  ${circle.join(', ')}\n`);
	process.exitCode = up.length + circles.length > 0 ? 1 : 0;
}
