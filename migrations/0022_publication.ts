import type { Kysely } from 'kysely';

/**
 * The publication of a version of a notice with sensitive grounds, and the sealed secrets that open its commitments.
 * The public files of earlier versions are deleted: their rules carry no marks, so every one of them may tell of health
 * or hardship (adr 22).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const column of ['projection', 'projection_hash', 'public_result', 'public_result_hash']) {
		await db.schema.alterTable('rounds').dropColumn(column).execute();
		await db.schema.alterTable('rounds').addColumn(column, 'text').execute();
	}
	for (const column of ['publication', 'publication_hash', 'statement', 'secrets_sealed']) {
		await db.schema.alterTable('rounds').addColumn(column, 'text').execute();
	}
	await db.schema.alterTable('notices').addColumn('set_aside_commitment', 'text').execute();
	await db.schema.alterTable('notices').addColumn('set_aside_secret_sealed', 'text').execute();
	await db.schema
		.alterTable('notices')
		.addColumn('set_aside_key_id', 'text', (column) => column.references('data_keys.id'))
		.execute();
}
