import SQLite from 'better-sqlite3';
import {
	SqliteDialect,
	type CompiledQuery,
	type DatabaseConnection,
	type Driver,
	type QueryResult,
	type SqliteDatabase
} from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import { keepCompiled } from './compiled-statements';
import { openSqlite, openSqliteReader } from './sqlite';
import { LONGEST_WAIT_MS, Turns } from './turns';

/**
 * kysely's dialect with a driver of ours. Reads outside a transaction have a connection of their own, so they go on while
 * a write waits for the lock of another process or for the disk. Writes take turns, and a transaction takes the write lock
 * when it begins instead of failing half-way.
 */
export class TwoConnectionsDialect extends SqliteDialect {
	readonly #file: string;

	constructor(file: string) {
		super({ database: () => Promise.reject(new Error('The driver opens the file.')) });
		this.#file = file;
	}

	override createDriver(): Driver {
		return new TwoConnectionsDriver(this.#file);
	}
}

class TwoConnectionsDriver implements Driver {
	readonly #sqlite: SQLite.Database;
	readonly #writer: SqliteDatabase;
	/** A database in memory belongs to one connection. */
	readonly #reader: SqliteDatabase | undefined;
	readonly #turns = new Turns();

	constructor(file: string) {
		this.#sqlite = openSqlite(file);
		this.#writer = keepCompiled(this.#sqlite);
		this.#reader = file === ':memory:' ? undefined : keepCompiled(openSqliteReader(file));
	}

	init = async (): Promise<void> => {};

	acquireConnection = async (): Promise<DatabaseConnection> =>
		new Connection(this.#sqlite, this.#writer, this.#reader, this.#turns);

	beginTransaction = async (connection: DatabaseConnection): Promise<void> => (connection as Connection).begin();
	commitTransaction = async (connection: DatabaseConnection): Promise<void> => (connection as Connection).end('commit');
	rollbackTransaction = async (connection: DatabaseConnection): Promise<void> =>
		(connection as Connection).end('rollback');
	releaseConnection = async (connection: DatabaseConnection): Promise<void> => (connection as Connection).release();

	destroy = async (): Promise<void> => {
		this.#reader?.close();
		this.#writer.close();
	};
}

class Connection implements DatabaseConnection {
	#endTurn: (() => void) | undefined;

	constructor(
		readonly sqlite: SQLite.Database,
		readonly writer: SqliteDatabase,
		readonly reader: SqliteDatabase | undefined,
		readonly turns: Turns
	) {}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		if (this.#endTurn) return run(this.writer, query);
		if (this.reader && isRead(query)) return run(this.reader, query);
		const endTurn = await this.turns.take();
		try {
			return run(this.writer, query);
		} finally {
			endTurn();
		}
	}

	streamQuery(): never {
		throw new Error('Nothing streams from SQLite here.');
	}

	async begin(): Promise<void> {
		const until = performance.now() + LONGEST_WAIT_MS;
		this.#endTurn = await this.turns.take();
		for (;;) {
			try {
				this.sqlite.exec('begin immediate');
				return;
			} catch (error) {
				if (!isBusy(error) || performance.now() > until) throw error;
				await pause(10 + Math.floor(Math.random() * 20));
			}
		}
	}

	/** SQLite itself rolls back after some failures, a full disk for one. A second time would fail and hide the cause. */
	end(how: 'commit' | 'rollback'): void {
		if (how === 'commit' || this.sqlite.inTransaction) this.sqlite.exec(how);
	}

	release(): void {
		this.#endTurn?.();
		this.#endTurn = undefined;
	}
}

const isRead = ({ query, sql }: CompiledQuery): boolean =>
	query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && /^\s*select\b/i.test(sql));

function run<Row>(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<Row> {
	const statement = database.prepare(sql);
	if (statement.reader) return { rows: statement.all(parameters) as Row[] };
	const { changes, lastInsertRowid } = statement.run(parameters);
	return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}

function isBusy(error: unknown): boolean {
	return error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
