import { closeSync, openSync, writeSync } from 'node:fs';
import { seededRandom } from './seeded-random';

export interface RoundSize {
	readonly applications: number;
	readonly dwellings: number;
	readonly choices: number;
}

const PIECE = 1 << 20;
const CATEGORIES = ['very-poor', 'disabled', 'young'];

/**
 * Writes a `round/1` file of any size, row by row: many equal points, a fifth of the dwellings set aside, a third of the
 * households in a category, and a few dwellings that most households want. The same size gives the same bytes.
 */
export function writeRoundFile(path: string, size: RoundSize): void {
	const file = openSync(path, 'w');
	let text = '';
	const write = (more: string) => {
		text += more;
		if (text.length < PIECE) return;
		writeSync(file, text);
		text = '';
	};
	const random = seededRandom(size.applications);
	const under = (limit: number) => Math.floor(random() * limit);
	const category = () => JSON.stringify([CATEGORIES[under(CATEGORIES.length)]]);
	write('{"format":"round/1","notice":"bench","beacon":"c0ffee","dwellings":[');
	for (let i = 0; i < size.dwellings; i++) {
		const setAside = random() < 1 / 5 ? `,"setAside":${category()}` : '';
		write(`${i > 0 ? ',' : ''}{"id":"${name('u', i)}","list":"l0"${setAside}}`);
	}
	write('],"applications":[');
	for (let i = 0; i < size.applications; i++) {
		const choices = JSON.stringify(wishes(size, random).map((dwelling) => name('u', dwelling)));
		const categories = random() < 1 / 3 ? `,"categories":${category()}` : '';
		const keys = `"keys":{"l0":[${50 * under(80)},${under(15_000)}]}`;
		write(`${i > 0 ? ',' : ''}{"id":"${name('h', i)}","choices":${choices}${categories},${keys}}`);
	}
	write(']}\n');
	writeSync(file, text);
	closeSync(file);
}

const name = (letter: string, number: number) => letter + String(number).padStart(8, '0');

/** Different dwellings. Low numbers are wanted most. */
function wishes({ dwellings, choices }: RoundSize, random: () => number): number[] {
	const wanted: number[] = [];
	while (wanted.length < choices) {
		let dwelling = Math.floor(dwellings * random() ** 2);
		while (wanted.includes(dwelling)) dwelling = (dwelling + 1) % dwellings;
		wanted.push(dwelling);
	}
	return wanted;
}
