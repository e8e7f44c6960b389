import '../../../support/settings';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '$lib/server/ids';
import { myDocuments, myPage } from '$lib/server/people/documents/reading-service';
import { keepDocument, removeDocument } from '$lib/server/people/documents/service';
import { sweepPages } from '$lib/server/people/documents/sweep';
import type { Actor } from '$lib/server/platform/auth/actor';
import { backUp, restore } from '$lib/server/platform/db/backup';
import { createDatabase, type AppDatabase } from '$lib/server/platform/db/database';
import { anAccount, NOW } from '../../../support/builders/closed-notice';
import { withContact } from '../../../support/builders/person';
import { inDays } from '../../../support/days-after-ids';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { storeKinds, type TestStore } from '../../../support/object-stores';

// On PostgreSQL `pg_dump` and `pg_restore` bring the database back; the files are copied in the same way.
describe.skipIf(process.env['TEST_DATABASE'] === 'postgres').each(storeKinds)(
	'documents in $kind, brought back from a backup',
	({ open }) => {
		let [store, copy]: TestStore[] = [];
		let database: TestDatabase;
		let restored: AppDatabase | undefined;
		let me: Actor;
		let folder: string;
		beforeEach(async () => {
			folder = mkdtempSync(join(tmpdir(), 'chiavi-restored-'));
			[store, copy] = [await open(), await open()];
			database = await openTestDatabase();
			me = await anAccount(database, 'applicant');
			await withContact(database, me, NOW);
		});
		afterEach(async () => {
			await restored?.close();
			restored = undefined;
			await database.close();
			await store!.remove();
			await copy!.remove();
			rmSync(folder, { recursive: true });
		});

		const places = () => ({ transact: database.transact, objects: store!.objects });

		async function keep(text: string): Promise<string> {
			const id = newId();
			const told = {
				holder: null,
				issued: null,
				expires: '2029-03-04',
				name: 'Nadia Haddad',
				year: null,
				explanation: ''
			};
			const pages = [{ type: 'application/pdf' as const, sheets: 1, bytes: Buffer.from(text) }];
			const given = { id, replaces: null, facts: { kind: 'identity' as const, ...told }, pages };
			expect(await keepDocument(places(), given, me, NOW)).toEqual({ ok: true });
			return id;
		}

		/** Copies every object under its own name, as `cp` or a tool of the object store does. */
		async function copyFiles(): Promise<void> {
			for (const name of await store!.objects.list()) await copy!.objects.put(name, (await store!.objects.get(name))!);
		}

		/** The database first, and then the files, as the guide says; `between` happens in between. */
		async function backUpAndRestore(between: () => Promise<unknown> = async () => {}): Promise<AppDatabase> {
			const [backup, target] = [join(folder, 'backup.db'), join(folder, 'restored.db')];
			expect(await backUp(database.url.replace('sqlite:', ''), backup)).toMatchObject({ ok: true });
			await between();
			await copyFiles();
			expect(await restore(backup, target, 'before')).toMatchObject({ ok: true });
			restored = createDatabase(`sqlite:${target}`);
			return restored;
		}

		const read = async ({ db }: AppDatabase, id: string) =>
			(await myPage({ db, objects: copy!.objects }, { id, number: 1 }, me))?.bytes.toString();

		it('open as they were', async () => {
			const [one, two] = [await keep('il primo documento'), await keep('il secondo documento')];
			const back = await backUpAndRestore();
			expect([await read(back, one), await read(back, two)]).toEqual(['il primo documento', 'il secondo documento']);
			await sweepPages(back, copy!.objects, inDays(30));
			expect(await copy!.objects.list()).toHaveLength(2);
		});

		it('open also when others were sent or removed before the files were copied', async () => {
			const [stays, goes] = [await keep('il documento che resta'), await keep('il documento tolto')];
			let late = '';
			const back = await backUpAndRestore(async () => {
				late = await keep('il documento di dopo');
				await removeDocument(places(), goes, me, NOW);
			});
			expect((await myDocuments(back.db, [], me, NOW)).map(({ id }) => id).toSorted()).toEqual(
				[stays, goes].toSorted()
			);
			expect(await read(back, stays)).toBe('il documento che resta');
			expect(await read(back, goes)).toBeUndefined();
			expect(await read(back, late)).toBeUndefined();
			expect(await copy!.objects.list()).toHaveLength(2);
			await sweepPages(back, copy!.objects, inDays(8));
			expect(await copy!.objects.list()).toHaveLength(1);
		});
	}
);
