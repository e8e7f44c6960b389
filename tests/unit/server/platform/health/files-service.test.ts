import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtFiles } from '$lib/server/platform/health/files-service';
import { clamd } from '$lib/server/platform/scanner/clamd';
import { openClamd, type ClamdServer } from '../../../../support/clamd-server';
import { storeKinds, type TestStore } from '../../../../support/object-stores';

describe.each(storeKinds)('the state of files in $kind', ({ open }) => {
	let store: TestStore;
	let server: ClamdServer;
	beforeEach(async () => {
		store = await open();
		server = await openClamd();
	});
	afterEach(async () => {
		await server.close();
		await store.remove();
	});
	const look = () => lookAtFiles(store.objects, clamd({ address: server.address, timeoutMs: 20_000 }));

	it('is well, and says where no scanner is set', async () => {
		expect(await look()).toEqual({ store: 'ok', scanner: 'ok' });
		expect(await lookAtFiles(store.objects, null)).toEqual({ store: 'ok', scanner: 'none' });
	});

	it('tells a store that is down from a scanner that is down', async () => {
		await store.fail();
		expect(await look()).toEqual({ store: 'down', scanner: 'ok' });
		await store.mend();
		await server.close();
		expect(await look()).toEqual({ store: 'ok', scanner: 'down' });
		server = await openClamd();
		expect(await look()).toEqual({ store: 'ok', scanner: 'ok' });
	});
});
