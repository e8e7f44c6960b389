import { objects } from '$lib/server/platform/objects/app';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import { scanner } from '$lib/server/platform/scanner/app';
import type { Scanner } from '$lib/server/platform/scanner/scanner';

/** What keeps files and what scans them, as they answer now. `none`: no scanner is set. */
export type FilesState = { readonly store: 'ok' | 'down'; readonly scanner: 'ok' | 'down' | 'none' };

/** More frequent calls get the same answer, because each look writes to the store. */
const LOOK_EVERY_MS = 10_000;
let last: { readonly at: number; readonly state: Promise<FilesState> } | undefined;

/** The state of files of this portal, at most ten seconds old. Never throws. */
export function filesState(): Promise<FilesState> {
	const at = performance.now();
	if (!last || at - last.at > LOOK_EVERY_MS) last = { at, state: lookAtFiles(objects(), scanner()) };
	return last.state;
}

/** Writes one small object, always the same, and reads it: a key that may only read would not be found out otherwise. */
export async function lookAtFiles(store: ObjectStore, scan: Scanner | null): Promise<FilesState> {
	const isKept = async () => {
		await store.put('health', Buffer.from('ok'));
		await store.get('health');
	};
	const [ofStore, ofScanner] = await Promise.all([
		stateOf(isKept),
		scan ? stateOf(() => scan.ping()) : ('none' as const)
	]);
	return { store: ofStore, scanner: ofScanner };
}

const stateOf = (act: () => Promise<void>): Promise<'ok' | 'down'> =>
	act().then(
		() => 'ok',
		() => 'down'
	);
