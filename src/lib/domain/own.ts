/**
 * The entry of `table` under `key`, a word that people write. `table[key]` would find `constructor` in every object.
 */
export function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}
