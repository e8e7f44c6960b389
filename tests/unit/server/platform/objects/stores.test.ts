import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '$lib/server/platform/objects/store';
import { newFileStore, storeKinds, whyEachFails, type TestStore } from '../../../../support/object-stores';

describe.each(storeKinds)('a store in $kind', { timeout: 60_000 }, ({ open }) => {
	let store: TestStore;
	beforeEach(async () => (store = await open()));
	afterEach(() => store.remove());

	it('gives back the bytes that it was given, or none', async () => {
		await store.objects.put('one-1', Buffer.from('prima pagina'));
		await store.objects.put('one-2', Buffer.alloc(0));
		expect((await store.objects.get('one-1'))?.toString()).toBe('prima pagina');
		expect(await store.objects.get('one-2')).toEqual(Buffer.alloc(0));
		expect((await store.objects.list()).toSorted()).toEqual(['one-1', 'one-2']);
	});

	it('gives back a large object, which is longer than any page', async () => {
		const large = randomBytes(12 * 1024 * 1024);
		await store.objects.put('large', large);
		expect((await store.objects.get('large'))?.equals(large)).toBe(true);
	});

	it('gives back a part of a larger memory, and nothing around it', async () => {
		const around = Buffer.from('before the page after');
		await store.objects.put('one', around.subarray(7, 15));
		expect((await store.objects.get('one'))?.toString()).toBe('the page');
	});

	it('puts anew in place of what was there', async () => {
		await store.objects.put('one', Buffer.from('before, and longer'));
		await store.objects.put('one', Buffer.from('after'));
		expect((await store.objects.get('one'))?.toString()).toBe('after');
		expect(await store.objects.list()).toEqual(['one']);
	});

	it('has nothing under other names, and removes twice without a word', async () => {
		expect(await store.objects.list()).toEqual([]);
		expect(await store.objects.get('never')).toBeUndefined();
		await store.objects.put('one', Buffer.from('x'));
		await store.objects.put('one-1', Buffer.from('y'));
		await store.objects.remove('one');
		await store.objects.remove('one');
		expect(await store.objects.get('one')).toBeUndefined();
		expect(await store.objects.list()).toEqual(['one-1']);
	});

	it('keeps a name as it is, from one sign to a hundred', async () => {
		const names = ['0', 'a'.repeat(100), '019ae2f0-7b6c-7def-8123-456789abcdef-12', 'a--b-'];
		for (const name of names) await store.objects.put(name, Buffer.from(name));
		expect((await store.objects.list()).toSorted()).toEqual(names.toSorted());
		for (const name of names) expect((await store.objects.get(name))?.toString()).toBe(name);
	});

	const odd = ['../one', 'a/b', '.hidden', 'A', '', '..', 'a\0b', 'a%2fb', 'a?versionId=1', 'a#b', 'a b', 'è'];
	it.each([...odd, 'a+b', '-a', 'a'.repeat(101)])('refuses the name %j in every act', async (name) => {
		await expect(async () => store.objects.put(name, Buffer.from('x'))).rejects.toThrow('no name');
		await expect(async () => store.objects.get(name)).rejects.toThrow('no name');
		await expect(async () => store.objects.remove(name)).rejects.toThrow('no name');
		expect(await store.objects.list()).toEqual([]);
	});

	it('lists more names than a server tells at once', async () => {
		const names = Array.from({ length: 25 }, (_, index) => `page-${index}`);
		await Promise.all(names.map((name) => store.objects.put(name, Buffer.from('x'))));
		expect((await store.objects.list()).toSorted()).toEqual(names.toSorted());
	});

	it('says that it is down, in every act, and has lost nothing when it is mended', async () => {
		await store.objects.put('one', Buffer.from('kept'));
		await store.fail();
		for (const reason of await whyEachFails(store.objects)) expect(reason).toBeInstanceOf(StoreUnavailable);
		await store.mend();
		expect(await store.objects.list()).toEqual(['one']);
		expect((await store.objects.get('one'))?.toString()).toBe('kept');
		await store.objects.put('two', Buffer.from('kept now'));
		expect((await store.objects.get('two'))?.toString()).toBe('kept now');
	});
});

// A bucket promises the same; the server of these tests writes two puts of one name into one file.
it('a folder keeps one of two puts of the same name at the same time, whole', async () => {
	const store = newFileStore();
	const [one, two] = [Buffer.alloc(300_000, 'a'), Buffer.alloc(300_000, 'b')];
	await Promise.all([store.objects.put('one', one), store.objects.put('one', two)]);
	const kept = await store.objects.get('one');
	await store.remove();
	expect(kept?.equals(one) || kept?.equals(two)).toBe(true);
});
