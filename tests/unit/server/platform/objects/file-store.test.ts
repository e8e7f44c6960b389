import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFileStore, type TestStore } from '../../../../support/object-stores';

let store: TestStore;
beforeEach(() => void (store = newFileStore()));
afterEach(() => store.remove());

describe('a store in a folder', () => {
	it('makes its folder, which the portal’s own user alone can read', async () => {
		rmSync(store.folder, { recursive: true });
		expect(await store.objects.list()).toEqual([]);
		await store.objects.put('one', Buffer.from('x'));
		expect(statSync(join(store.folder, 'one')).mode & 0o777).toBe(0o600);
		expect(statSync(store.folder).mode & 0o777).toBe(0o700);
	});

	it('leaves nothing of a write that failed, and lists no write that a crash cut', async () => {
		await store.objects.put('one', Buffer.from('x'));
		writeFileSync(join(store.folder, 'half.part'), 'half');
		expect(await store.objects.list()).toEqual(['one']);
		await expect(store.objects.put('one', undefined as never)).rejects.toThrow();
		expect(readdirSync(store.folder).toSorted()).toEqual(['half.part', 'one']);
		expect((await store.objects.get('one'))?.toString()).toBe('x');
	});
});
