import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The compiler's own file for this machine is missing: npm installs it only for the systems that it knows. */
export class NoCompiler extends Error {
	override readonly name = 'NoCompiler';
}

/** Amiri draws Arabic so that a screen reader finds most words again; other fonts lose more. */
const FONTS = [
	'titillium-web/400Regular/TitilliumWeb_400Regular.ttf',
	'titillium-web/600SemiBold/TitilliumWeb_600SemiBold.ttf',
	'amiri/400Regular/Amiri_400Regular.ttf',
	'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf'
];

const library = () => import('@myriaddreamin/typst-ts-node-compiler');

/** A compiler that reads no file of this machine: templates are text, and their data come by `inputs`. Throws NoCompiler. */
export async function makeCompiler(load = library): Promise<NodeCompiler> {
	const require = createRequire(import.meta.url);
	const fonts = await Promise.all(FONTS.map((font) => readFile(require.resolve(`@expo-google-fonts/${font}`))));
	const { NodeCompiler } = await load().catch((cause: unknown) => {
		throw new NoCompiler('Typst does not start on this machine.', { cause });
	});
	return NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontBlobs: fonts }] });
}

let made: Promise<NodeCompiler> | null = null;

/** The compiler of this process, made when it is first needed: it takes a tenth of a second and 60 megabytes. */
export const compiler = (): Promise<NodeCompiler> =>
	(made ??= makeCompiler().catch((problem: unknown) => {
		made = null;
		throw problem;
	}));
