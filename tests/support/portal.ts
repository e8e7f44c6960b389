import { test as base } from '@playwright/test';
import { startPortal, type Portal } from './server';

export type PortalOptions = { databaseKind: 'sqlite' | 'postgres' };

type WorkerFixtures = PortalOptions & { sharedPortal: Portal };
type TestFixtures = { portal: Portal };

const option = base.extend<object, PortalOptions>({
	databaseKind: ['sqlite', { option: true, scope: 'worker' }]
});

/** For tests that only look: one portal a worker, with the demo world as loaded. */
export const readingTest = option.extend<TestFixtures, WorkerFixtures>({
	sharedPortal: [
		async ({ databaseKind }, use) => {
			const portal = await startPortal(databaseKind);
			await use(portal);
			await portal.stop();
		},
		{ scope: 'worker' }
	],
	portal: async ({ sharedPortal }, use) => use(sharedPortal),
	baseURL: async ({ sharedPortal }, use) => use(sharedPortal.origin)
});

/** For tests that act: a portal and a demo world of their own. */
export const journeyTest = option.extend<TestFixtures, PortalOptions>({
	portal: async ({ databaseKind }, use) => {
		const portal = await startPortal(databaseKind);
		await use(portal);
		await portal.stop();
	},
	baseURL: async ({ portal }, use) => use(portal.origin)
});

export { expect } from '@playwright/test';
