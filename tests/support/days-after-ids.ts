import { newId } from '../../src/lib/server/ids';

const DAY_MS = 86_400_000;

/**
 * So many days after the ids that are made now. Another test of this process may have moved the clock of ids forward, and it never
 * goes back.
 */
export function inDays(days: number): string {
	const made = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
	return new Date(made + days * DAY_MS).toISOString();
}
