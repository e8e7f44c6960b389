import { test as base } from '@playwright/test';
import { startPortal, type Portal } from './server';

export type PortalOptions = { databaseKind: 'sqlite' | 'postgres' };

type OfFile = (file: string) => Promise<Portal>;
type WorkerFixtures = PortalOptions & { sharedPortal: Portal; portalOfFile: OfFile };
type TestFixtures = { portal: Portal };

/**
 * For tests that start what they need themselves. All kinds of test share these fixtures, so one worker and its browser
 * can run them all.
 */
export const test = base.extend<object, WorkerFixtures>({
	databaseKind: ['sqlite', { option: true, scope: 'worker' }],
	sharedPortal: [
		async ({ databaseKind }, use) => {
			const portal = await startPortal(databaseKind);
			await use(portal);
			await portal.stop();
		},
		{ scope: 'worker' }
	],
	portalOfFile: [
		async ({ databaseKind }, use) => {
			let current: { file: string; portal: Portal } | undefined;
			await use(async (file) => {
				if (current?.file === file) return current.portal;
				await current?.portal.stop();
				current = { file, portal: await startPortal(databaseKind) };
				return current.portal;
			});
			await current?.portal.stop();
		},
		{ scope: 'worker' }
	]
});

/** For tests that only read: one portal for each worker, with the demo world as loaded. */
export const readingTest = test.extend<TestFixtures>({
	portal: async ({ sharedPortal }, use) => use(sharedPortal),
	baseURL: async ({ portal }, use) => use(portal.origin)
});

/**
 * For tests that act, each on other records of its file: one portal and demo world for the file, whose mode is
 * `default`.
 */
export const fileTest = test.extend<TestFixtures>({
	portal: async ({ portalOfFile }, use, { file }) => use(await portalOfFile(file)),
	baseURL: async ({ portal }, use) => use(portal.origin)
});

/** For tests that act: a portal and a demo world for each test. */
export const journeyTest = test.extend<TestFixtures>({
	portal: async ({ databaseKind }, use) => {
		const portal = await startPortal(databaseKind);
		await use(portal);
		await portal.stop();
	},
	baseURL: async ({ portal }, use) => use(portal.origin)
});

export { expect } from '@playwright/test';
