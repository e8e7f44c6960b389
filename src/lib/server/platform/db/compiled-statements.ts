import type SQLite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** So many of the statements asked last stay compiled: a list of values of each length is a statement of its own. */
const KEPT = 128;
/** Longer ones write or ask for hundreds of rows at once: seldom twice the same, and large once compiled. */
const LONGEST = 4_000;

/**
 * The database as kysely asks it, each statement compiled once and not each time it is asked, which took a tenth of a
 * page's time. A statement is read to its end before another begins: nothing here streams.
 */
export function keepCompiled(database: SQLite.Database): SqliteDatabase {
	const compiled = new Map<string, SqliteStatement>();
	const prepare = (text: string): SqliteStatement => {
		if (text.length > LONGEST) return database.prepare<unknown[]>(text);
		const statement = compiled.get(text) ?? database.prepare<unknown[]>(text);
		// The one asked last stands last.
		compiled.delete(text);
		compiled.set(text, statement);
		if (compiled.size > KEPT) compiled.delete(compiled.keys().next().value!);
		return statement;
	};
	return { prepare, close: () => void database.close() };
}
