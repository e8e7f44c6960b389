import type { RuleSet } from './rule-set';

/** A single value that differs. `path` from the top, as in `scoring.eviction.value.notified`; undefined: not there. */
export type ValueChange = {
	readonly path: string;
	readonly before: Leaf | undefined;
	readonly after: Leaf | undefined;
};
export type Leaf = string | number | boolean | null;

/** Fields that differ between any two versions and are no difference in their rules. */
const ownOnly: ReadonlySet<string> = new Set(['id', 'name.it', 'name.en']);

/** Every value that two rule sets do not share, in the order of their paths; the same rules give none. */
export function compareRuleSets(before: RuleSet, after: RuleSet): ValueChange[] {
	const [old, fresh] = [leavesOf(before), leavesOf(after)];
	return [...new Set([...old.keys(), ...fresh.keys()])]
		.filter((path) => !ownOnly.has(path) && old.get(path) !== fresh.get(path))
		.sort(byPath)
		.map((path) => ({ path, before: old.get(path), after: fresh.get(path) }));
}

/** Every single value inside plain data, by its path. */
export function leavesOf(value: unknown, path = '', found = new Map<string, Leaf>()): Map<string, Leaf> {
	if (value === undefined) return found;
	if (value === null || typeof value !== 'object') return found.set(path, value as Leaf);
	for (const [key, inner] of Object.entries(value)) leavesOf(inner, path ? `${path}.${key}` : key, found);
	return found;
}

/** Numbers in a path, which are places in a list, as numbers: the tenth band comes after the ninth. */
function byPath(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}
