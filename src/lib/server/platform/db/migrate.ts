import { Migrator, type Kysely, type Migration } from 'kysely';

const modules = import.meta.glob<Migration>('/migrations/*.ts', { eager: true });

/** Migrations by name (`0001_identity`), in order. */
export const migrations: Record<string, Migration> = Object.fromEntries(
	Object.entries(modules).map(([path, migration]) => [path.replace(/^.*\/|\.ts$/g, ''), migration])
);

/** Brings the database to the newest migration; answers the names it ran. Throws the first failure. */
export async function migrateToLatest<Schema>(db: Kysely<Schema>): Promise<string[]> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}
