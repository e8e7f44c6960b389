import SQLite from 'better-sqlite3';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePrivate } from './private-file';

/** Where the keys of the backups in a folder stand: one file, which each backup replaces. */
export const keysBeside = (backup: string): string => join(dirname(backup), 'chiavi-keys.db');

/** Marks a copy whose keys are elsewhere, in SQLite's own number for its user. */
const WITHOUT_KEYS = 34;

/** The columns of an account that name its person or open it. In a backup they stand with the keys. */
const OF_PERSON = [
	'email',
	'name',
	'password_hash',
	'email_confirmed_at',
	'totp_sealed',
	'totp_last_step',
	'disabled_at'
];

/**
 * Takes the keys, the addresses and the mails out of a copy of the database, into the file `keys`, which is replaced. A
 * person who is erased later is gone from every backup with the next `keys` (adr 34).
 */
export function takeKeysOut(copy: string, keys: string): void {
	const partial = `${keys}.partial`;
	rmSync(partial, { force: true });
	makePrivate(partial);
	withBoth(copy, partial, (both) => {
		both.exec(`
			create table keys.data_keys as select * from main.data_keys;
			create table keys.accounts as select * from main.accounts;
			create table keys.outbox as select * from main.outbox;
			update main.data_keys set wrapped_key = null;
			update main.accounts set email = id || '@erased.invalid', name = '', password_hash = '', email_confirmed_at = null,
				totp_sealed = null, totp_last_step = null;
			delete from main.outbox;
			delete from main.account_requests;
			delete from main.account_tokens;
			delete from main.sessions;
			pragma main.user_version = ${WITHOUT_KEYS};`);
	});
	// What was deleted does not stay in free pages.
	const alone = new SQLite(copy);
	alone.exec('vacuum');
	alone.close();
	renameSync(partial, keys);
}

/**
 * Puts the keys back into a copy; answers a sentence where it cannot. A backup of an earlier release holds its keys. A key that
 * was destroyed since the backup stays destroyed, and an account that was erased since is empty.
 */
export function putKeysBack(copy: string, keys: string): string | undefined {
	if (!isWithoutKeys(copy)) return undefined;
	if (!existsSync(keys)) return `The keys of this backup are missing: there is no file ${keys}.`;
	let problem: string | undefined;
	withBoth(copy, keys, (both) => {
		const unknown = both.prepare('select count(*) from main.accounts where id not in (select id from keys.accounts)');
		if (unknown.pluck().get() !== 0) return (problem = `${keys} is older than the backup: take the newest keys.`);
		const own = OF_PERSON.join(', ');
		both.exec(`
			update main.data_keys set (wrapped_key, shredded_at) =
				(select k.wrapped_key, k.shredded_at from keys.data_keys k where k.id = main.data_keys.id);
			update main.accounts set (${own}) = (select ${own} from keys.accounts k where k.id = main.accounts.id);`);
		const columns = columnsOf(both, 'main').filter((name) => columnsOf(both, 'keys').includes(name));
		both.exec(`insert into main.outbox (${columns.join(', ')}) select ${columns.join(', ')} from keys.outbox
			where message_id is null or message_id in (select id from main.messages);
			pragma main.user_version = 0;`);
	});
	return problem;
}

function withBoth(copy: string, keys: string, work: (both: SQLite.Database) => unknown): void {
	const both = new SQLite(copy);
	try {
		both.pragma('foreign_keys = OFF');
		both.pragma('secure_delete = ON');
		both.prepare('attach ? as keys').run(keys);
		both.transaction(() => work(both))();
	} finally {
		both.close();
	}
}

function isWithoutKeys(copy: string): boolean {
	const opened = new SQLite(copy, { readonly: true });
	try {
		return opened.pragma('user_version', { simple: true }) === WITHOUT_KEYS;
	} finally {
		opened.close();
	}
}

const columnsOf = (both: SQLite.Database, of: 'main' | 'keys'): string[] =>
	(both.pragma(`${of}.table_info(outbox)`) as { name: string }[]).map(({ name }) => name);
