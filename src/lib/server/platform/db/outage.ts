/** The database, or the queue before it, cannot serve now. The request was not carried out, or its answer was lost. */
export class Unavailable extends Error {
	override readonly name = 'Unavailable';
}

/** SQLite's codes: the file is locked, full, damaged, read-only or gone, or the disk fails. Extended codes add a suffix. */
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|NOMEM|PROTOCOL|PERM|AUTH|NOLFS)(_|$)/;

/**
 * PostgreSQL's codes, by SQLSTATE: connections (08), resources (53: full, too many connections), the system (58), damage
 * (XX001, XX002), an operator's or a timeout's end (57, 25P02 to 25P04), a lock waited for in vain (55P03), a deadlock
 * (40), a server that only reads after a failover (25006), and an account or database that it no longer has (28, 3D).
 */
const POSTGRES = /^(08|28|3D|40|53|57|58)[0-9A-Z]{3}$|^(25006|25P0[2-4]|55P03|XX00[12])$/;

/** Codes of the network or the file system. */
const SYSTEM =
	/^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|EMFILE|ENFILE|ENOSPC|EDQUOT|EIO|EROFS)$/;

/** The driver of PostgreSQL gives these no code. */
const DRIVER =
	/^(Connection terminated|Connection ended|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end|The server does not support SSL)/;

/** Whether `error`, or what caused it, says that the database cannot serve now, on either database. */
export function isOutage(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error instanceof Unavailable || DRIVER.test(error.message)) return true;
	const code = 'code' in error ? String(error.code) : '';
	return SQLITE.test(code) || POSTGRES.test(code) || SYSTEM.test(code) || isOutage(error.cause);
}

/**
 * Whether `error` says that there is no room left, or that a part of the file cannot be read or written: a small read or
 * write may still succeed, the next one fails.
 */
export function isInPart(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return /^(SQLITE_(FULL|IOERR|CORRUPT|NOTADB)(_|$)|(53100|58030|XX00[12]|ENOSPC|EDQUOT|EIO)$)/.test(code);
}
