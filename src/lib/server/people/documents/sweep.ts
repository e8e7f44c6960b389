import type { Instant } from '$lib/domain/calendar/instant';
import type { AppDatabase } from '$lib/server/platform/db/database';
import type { ObjectStore } from '$lib/server/platform/objects/store';
import { knownUploads } from './repository';
import { uploadOf } from './stored-document';

/** A page without a document stays so long: longer than an upload takes, and longer than a backup waits to be restored. */
const KEPT_DAYS = 7;
const AT_ONCE = 500;
const DAY_MS = 86_400_000;

/** Removes the pages that no document names: a crash left them between the page and the row. */
export async function sweepPages(
	{ db }: Pick<AppDatabase, 'db'>,
	objects: ObjectStore,
	machineTime: Instant
): Promise<void> {
	const oldest = Date.parse(machineTime) - KEPT_DAYS * DAY_MS;
	const old = (await objects.list()).flatMap((name) => {
		const upload = uploadOf(name);
		return upload && timeOf(upload) < oldest ? [{ name, upload }] : [];
	});
	for (let from = 0; from < old.length; from += AT_ONCE) {
		const some = old.slice(from, from + AT_ONCE);
		const known = await knownUploads(
			db,
			some.map(({ upload }) => upload)
		);
		for (const { name, upload } of some) if (!known.has(upload)) await objects.remove(name);
	}
}

/** When an id was made: the first 48 bits of UUID version 7, in milliseconds. */
const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
