import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteRow } from '../../support/authorisation/row';

const folder = join(import.meta.dirname, '../../support/authorisation');

/** The expectations of every feature. */
export async function readRows(): Promise<RouteRow[]> {
	const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'row.ts');
	const modules = await Promise.all(
		files.map((file) => import(pathToFileURL(join(folder, file)).href) as Promise<{ rows: readonly RouteRow[] }>)
	);
	return modules.flatMap((module) => module.rows);
}
