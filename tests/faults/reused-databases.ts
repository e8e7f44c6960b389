import pg from 'pg';
import { postgresCopies, type DatabaseCopies } from '../support/database-copies';

/** Disables triggers and foreign keys, those that keep the log append-only too. Only an administrator of the server may. */
const UNBOUND = `set session_replication_role = 'replica'`;
const TABLES = `select tablename as name from pg_tables where schemaname = 'public'`;

/**
 * Copies of databases of a PostgreSQL server that are put back and used again: what a copy held at first is kept beside it.
 * Making a new one for each history would take longer than most histories.
 */
export function reusedOnPostgres(server: string): DatabaseCopies {
	const copies = postgresCopies(server);
	const originals = new Map<string, string>();
	const spare = new Map<string, string[]>();
	return {
		...copies,
		async copyOf(url) {
			const used = spare.get(url)?.pop();
			if (used) {
				await onAll(
					used,
					(name) => `delete from public.${name}; insert into public.${name} select * from kept.${name}`
				);
				return used;
			}
			const copy = await copies.copyOf(url);
			originals.set(copy, url);
			await onAll(
				copy,
				(name) => `create table kept.${name} as table public.${name}`,
				'drop schema if exists kept cascade; create schema kept'
			);
			return copy;
		},
		async remove(url) {
			const original = originals.get(url)!;
			spare.set(original, [...(spare.get(original) ?? []), url]);
		}
	};
}

/** Runs a statement for each table, all of them together. */
async function onAll(url: string, statement: (table: string) => string, first = 'select 1'): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string }>(TABLES);
		await client.query([UNBOUND, first, ...rows.map(({ name }) => statement(name))].join('; '));
	} finally {
		await client.end();
	}
}
