import type { Export } from '$lib/server/desk/rights/export-service';
import type { Section } from '$lib/server/desk/rights/kept-of-person';

/** How many lines each part of the file of everything has. */
export function countsOf(file: Export): Record<Section, number> {
	const { format: _format, exportedAt: _at, ...parts } = file;
	const count = (part: unknown) => (Array.isArray(part) ? part.length : part ? 1 : 0);
	return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, count(part)])) as Record<
		Section,
		number
	>;
}
