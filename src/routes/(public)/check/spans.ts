import { MOST_SPANS } from '$lib/domain/household/residence';
import type { CheckValues } from './carried';

/** How many rows for earlier residence the page shows: one at first, six at most. */
export const spansShown = (values: CheckValues): number =>
	Math.min(Math.max(1, Math.trunc(Number(values['spans']?.at(-1) ?? 1)) || 1), MOST_SPANS);
