import { afterEach, expect, test } from 'vitest';
import { closeDatabase, onceADatabase, useDatabase } from '$lib/server/platform/db/app';
import { createDatabase } from '$lib/server/platform/db/database';

afterEach(closeDatabase);

test('what is opened for a database is opened once, and anew after another took its place', async () => {
	const opened = onceADatabase((database) => ({ database }));
	const [first, second] = [createDatabase('sqlite::memory:'), createDatabase('sqlite::memory:')];
	useDatabase(first);
	expect(opened().database).toBe(first);
	expect(opened()).toBe(opened());
	useDatabase(second);
	expect(opened().database).toBe(second);
	await first.close();
});
