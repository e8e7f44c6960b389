import { count } from '$lib/domain/numbers/number-kinds';
import { readNumber } from '$lib/domain/numbers/read-number';
import type { WaveChoice } from '$lib/domain/offers/wave';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

const MOST = 100_000;

/** The choice that the address of a wave holds; `error`: the number is typed and not understood. */
export function readWaveChoice(search: URLSearchParams): { choice: WaveChoice; error: string | null } {
	const only = search.getAll('only');
	const typed = search.get('first') ?? '';
	const read = typed === '' ? null : readNumber(typed, count(1, MOST), getLocale());
	const choice = { only: only.length > 0 ? only : undefined, first: read?.kind === 'number' ? read.value : undefined };
	return { choice, error: read && read.kind !== 'number' ? m.wave_first_error() : null };
}
