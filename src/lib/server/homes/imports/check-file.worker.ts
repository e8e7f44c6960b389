import type { NumberLanguage } from '$lib/domain/numbers/read-number';
import type { Known } from '$lib/server/homes/dwellings/column';
import { checkFile } from './check-file';
import { decode } from './decode';
import type { Encoding } from './encodings';

type Input = {
	readonly bytes: Uint8Array;
	readonly known: Known;
	readonly language: NumberLanguage;
	/** The encoding that a person chose. */
	readonly encoding?: Encoding;
};

/** Reads and checks the bytes of a file: 100,000 rows take seconds. */
export async function run({ bytes, known, language, encoding }: Input) {
	const decoded = decode(bytes, encoding);
	if (!decoded.ok) return decoded;
	const checked = await checkFile(decoded.text, known, { language, encoding: decoded.encoding });
	return { ...decoded, checked };
}
