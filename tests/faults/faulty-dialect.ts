import SQLite from 'better-sqlite3';
import {
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult,
	type TransactionSettings
} from 'kysely';
import type { DatabaseKind } from '$lib/server/platform/db/database';
import { comesNow, watchedAct, type Trouble } from './fault';

type Break = (connection: DatabaseConnection, trouble: Trouble) => Promise<never>;

/** A dialect of the portal, between which and the database faults come. The acts that run elsewhere notice nothing. */
export function withFaults(kind: DatabaseKind, dialect: Dialect): Dialect {
	const breaks = kind === 'postgres' ? breakPostgres : breakSqlite;
	return {
		createDriver: () => new FaultyDriver(dialect.createDriver(), breaks),
		createAdapter: () => dialect.createAdapter(),
		createIntrospector: (db) => dialect.createIntrospector(db),
		createQueryCompiler: () => dialect.createQueryCompiler()
	};
}

class FaultyDriver implements Driver {
	constructor(
		readonly driver: Driver,
		readonly breaks: Break
	) {}

	init = (): Promise<void> => this.driver.init();
	destroy = (): Promise<void> => this.driver.destroy();
	acquireConnection = async () => new FaultyConnection(await this.driver.acquireConnection(), this.breaks);
	releaseConnection = (connection: DatabaseConnection) => this.driver.releaseConnection(innerOf(connection).inner);
	rollbackTransaction = (connection: DatabaseConnection) => this.driver.rollbackTransaction(innerOf(connection).inner);

	beginTransaction = async (connection: DatabaseConnection, settings: TransactionSettings): Promise<void> => {
		const faulty = innerOf(connection);
		const act = watchedAct();
		if (act) faulty.transaction = act.transactions += 1;
		const trouble = comesNow(act, faulty.transaction, 'begin');
		if (trouble) await this.breaks(faulty.inner, trouble);
		await this.driver.beginTransaction(faulty.inner, settings);
	};

	commitTransaction = async (connection: DatabaseConnection): Promise<void> => {
		const { inner, transaction } = innerOf(connection);
		const act = watchedAct();
		const before = comesNow(act, transaction, 'commit');
		if (before) await this.breaks(inner, before);
		await this.driver.commitTransaction(inner);
		if (act) act.committed = true;
		// Whatever the trouble was, the caller learns nothing of the commit.
		if (comesNow(act, transaction, 'committed')) await this.breaks(inner, 'cut');
	};
}

const innerOf = (connection: DatabaseConnection) => connection as FaultyConnection;

class FaultyConnection implements DatabaseConnection {
	/** Which transaction of its act it serves; 0 for none. */
	transaction = 0;
	#statements = 0;

	constructor(
		readonly inner: DatabaseConnection,
		readonly breaks: Break
	) {}

	async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
		const act = watchedAct();
		const number = this.transaction > 0 ? (this.#statements += 1) : act ? (act.reads += 1) : 0;
		const trouble = comesNow(act, this.transaction, number);
		if (trouble) await this.breaks(this.inner, trouble);
		return this.inner.executeQuery(query);
	}

	streamQuery(): never {
		throw new Error('Nothing streams here.');
	}
}

const raise = (code: string, message: string) =>
	`do $$ begin raise exception '${message}' using errcode = '${code}'; end $$`;

/** The server itself fails: it ends the connection, or raises what it raises when it has no room or waited for a lock. */
const failing: Record<Trouble, string> = {
	cut: 'select pg_terminate_backend(pg_backend_pid())',
	full: raise('53100', 'could not extend file: No space left on device'),
	locked: raise('55P03', 'canceling statement due to lock timeout')
};

const breakPostgres: Break = async (connection, trouble) => {
	await connection.executeQuery(CompiledQuery.raw(failing[trouble]));
	throw new Error(`The server survived "${failing[trouble]}".`);
};

const codes: Record<Trouble, [code: string, message: string]> = {
	cut: ['SQLITE_IOERR_FSYNC', 'disk I/O error'],
	full: ['SQLITE_FULL', 'database or disk is full'],
	locked: ['SQLITE_BUSY', 'database is locked']
};

/** A full disk or a failing one ends the transaction inside SQLite before the caller learns of it. */
const breakSqlite: Break = async (connection, trouble) => {
	if (trouble !== 'locked') await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {});
	const [code, message] = codes[trouble];
	throw new SQLite.SqliteError(message, code);
};
