import type SQLite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** How many of the last statements stay compiled. A list of values of another length is another statement. */
const KEPT = 128;
/** Longer statements write or read hundreds of rows at once. They seldom repeat and are large once compiled. */
const LONGEST = 4_000;

/**
 * The database as kysely uses it, with each statement compiled once. Compiling at each use took a tenth of a page's
 * time. A statement is read to its end before another begins: nothing here streams.
 */
export function keepCompiled(database: SQLite.Database): SqliteDatabase {
	const compiled = new Map<string, SqliteStatement>();
	const prepare = (text: string): SqliteStatement => {
		if (text.length > LONGEST) return database.prepare<unknown[]>(text);
		const statement = compiled.get(text) ?? database.prepare<unknown[]>(text);
		// The statement used last stands last.
		compiled.delete(text);
		compiled.set(text, statement);
		if (compiled.size > KEPT) compiled.delete(compiled.keys().next().value!);
		return statement;
	};
	return { prepare, close: () => void database.close() };
}
