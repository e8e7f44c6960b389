import { checkFile } from './check-file';
import type { Known } from '$lib/server/homes/dwellings/column';
import { decode } from './decode';

/** Reads and checks the bytes of a file: 100,000 rows take seconds. */
export async function run({ bytes, known }: { readonly bytes: Uint8Array; readonly known: Known }) {
	const decoded = decode(bytes);
	if (!decoded.ok) return decoded;
	const checked = await checkFile(decoded.text, known, 'it');
	return { ...decoded, checked };
}
