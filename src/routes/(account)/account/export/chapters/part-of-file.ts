import type { Export } from '$lib/server/desk/rights/export-service';
import type { Section } from '$lib/server/desk/rights/kept-of-person';

/** The parts of the file in the order in which a person reads them. */
export const readingOrder = [
	...(['account', 'person', 'identities', 'requests', 'drafts', 'invitations', 'offers'] as const),
	...([
		'homeSearches',
		'listings',
		'tenancies',
		'documents',
		'messages',
		'mails',
		'mandates',
		'deskRecords',
		'readings'
	] as const),
	...(['sessions', 'links', 'asked', 'followed', 'log'] as const)
] as const satisfies readonly Section[];

/** Lines that one file prints at most: a thousand rows of a table take 160 megabytes and a second (adr 32). */
export const LINES = 1_000;

/** How many files print everything. */
export const partsOf = (counts: Readonly<Record<Section, number>>): number =>
	Math.max(1, Math.ceil(Object.values(counts).reduce((sum, count) => sum + count, 0) / LINES));

/** What one file prints: the account and the person stand in the first. */
export type PartOfExport = Omit<Export, 'account'> & { readonly account: Export['account'] | null };

/** The lines of the file that its part `part` prints, counted from 1; null where it has no such part. */
export function partOfFile(file: Export, part: number, lines = LINES): PartOfExport | null {
	const [from, to] = [(part - 1) * lines, part * lines];
	let place = 0;
	const cut = (section: Section): unknown => {
		const whole: unknown = file[section];
		const own: unknown[] = Array.isArray(whole) ? whole : whole ? [whole] : [];
		const kept = own.slice(Math.max(0, from - place), Math.max(0, to - place));
		place += own.length;
		return Array.isArray(whole) ? kept : (kept[0] ?? null);
	};
	const parts = Object.fromEntries(readingOrder.map((section) => [section, cut(section)]));
	return from < place ? ({ ...file, ...parts } as PartOfExport) : null;
}
