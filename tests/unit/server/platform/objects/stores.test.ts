import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFileStore, type TestStore } from '../../../../support/object-stores';

let store: TestStore;
beforeEach(() => (store = newFileStore()));
afterEach(() => store.remove());

describe('a store of files', () => {
	it('gives back the bytes that it was given, large or none', async () => {
		const large = randomBytes(3_000_000);
		await store.objects.put('one-1', large);
		await store.objects.put('one-2', Buffer.alloc(0));
		expect((await store.objects.get('one-1'))?.equals(large)).toBe(true);
		expect(await store.objects.get('one-2')).toEqual(Buffer.alloc(0));
		expect((await store.objects.list()).toSorted()).toEqual(['one-1', 'one-2']);
	});

	it('puts anew in place of what was there', async () => {
		await store.objects.put('one', Buffer.from('before'));
		await store.objects.put('one', Buffer.from('after'));
		expect((await store.objects.get('one'))?.toString()).toBe('after');
		expect(await store.objects.list()).toEqual(['one']);
	});

	it('has nothing under other names, and removes twice without a word', async () => {
		expect(await store.objects.list()).toEqual([]);
		expect(await store.objects.get('never')).toBeUndefined();
		await store.objects.put('one', Buffer.from('x'));
		await store.objects.remove('one');
		await store.objects.remove('one');
		expect(await store.objects.get('one')).toBeUndefined();
	});

	it.each(['../one', 'a/b', '.hidden', 'A', '', '..', `a\0b`])('refuses the name %j', async (name) => {
		await expect(async () => store.objects.put(name, Buffer.from('x'))).rejects.toThrow('no name');
		await expect(async () => store.objects.get(name)).rejects.toThrow('no name');
		await expect(async () => store.objects.remove(name)).rejects.toThrow('no name');
	});
});

describe('a store in a folder', () => {
	it('can be read by the portal’s own user alone', async () => {
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
