import type { Round } from './round';
import type { RoundResult } from './round-result';

/**
 * Reads the text of a round that this portal wrote and kept under its hash. A file that comes from elsewhere is read by
 * `parseRound`, which forgives nothing.
 */
export const ownRound = (text: string): Round => read<Round>(text, 'round/1');

/** The same for the result of a round. */
export const ownResult = (text: string): RoundResult => read<RoundResult>(text, 'round-result/1');

function read<File extends { readonly format: string }>(text: string, format: File['format']): File {
	const file: unknown = JSON.parse(text);
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== format)
		throw new Error(`A kept file is not of the format ${format}.`);
	return file as File;
}
