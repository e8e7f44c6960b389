import { m } from '$lib/paraglide/messages';
import { log } from '$lib/server/log';
import { shownFileName } from '$lib/server/platform/forms/shown-file-name';
import { ScannerUnavailable, type Scanner } from './scanner';

/** Why files are not taken, for the person who sent them. */
export type FilesRefused = { readonly status: 422 | 503; readonly sentence: string };

/**
 * Has every file of a form scanned, one after the other, to the first that is not clean; undefined where all are. Without
 * a verdict no file is taken. Until then the files lie in the memory of this process alone.
 */
export async function whyRefused(scanner: Scanner, form: FormData): Promise<FilesRefused | undefined> {
	try {
		for (const [, file] of form) {
			if (typeof file === 'string' || file.size === 0) continue;
			const said = await scanner.scan(new Uint8Array(await file.arrayBuffer()));
			if (said.verdict === 'clean') continue;
			log.warn({ said }, 'a file is refused');
			const name = shownFileName(file.name) || 'file';
			const sentence = said.verdict === 'infected' ? m.upload_infected({ name }) : m.upload_unscanned({ name });
			return { status: 422, sentence };
		}
		return undefined;
	} catch (reason) {
		if (!(reason instanceof ScannerUnavailable)) throw reason;
		log.error({ cause: reason.message }, 'files are refused, because they cannot be scanned');
		return { status: 503, sentence: m.upload_no_scanner() };
	}
}
