import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Person } from './person';
import type { HeardPortal } from './portal';

const NEW_BUILDING = '/staff/buildings/new';
const UNAVAILABLE = { status: 503, retryAfter: '10' };

export const newBuilding = (municipality = 'Milano') => ({
	id: randomUUID(),
	buildingCode: `OUT-${randomUUID().slice(0, 8)}`,
	municipality
});

/** Registers a building; answers the status, and the code if it was acknowledged. */
export async function register(person: Person): Promise<{ status: number; code: string | undefined }> {
	const building = newBuilding();
	const { status } = await person.post(NEW_BUILDING, building);
	return { status, code: status === 303 ? building.buildingCode : undefined };
}

/** What everybody sees while nothing can be written: `cause` stands in the log. Prints how long the first answer took. */
export async function expectOutage(portal: HeardPortal, outage: string, cause: RegExp): Promise<void> {
	const { person } = portal;
	const typed = newBuilding('Cassina de’ Pecchi <&>');
	const began = performance.now();
	const page = await person.post(NEW_BUILDING, { ...typed, password: 'segreto-di-prova' });
	printTime(outage, performance.now() - began);
	expect(page).toMatchObject(UNAVAILABLE);
	for (const text of ['Cassina de’ Pecchi &lt;&amp;>', typed.buildingCode, `action="${NEW_BUILDING}"`])
		expect(page.text).toContain(text);
	expect(page.text).not.toContain('segreto-di-prova');
	expect(page.text).not.toMatch(cause);
	const script = await person.post(NEW_BUILDING, newBuilding(), { accept: 'application/json' });
	expect(script).toMatchObject(UNAVAILABLE);
	expect(JSON.parse(script.text)).toMatchObject({ type: 'error' });
	expect(await person.ask('/api/health/ready')).toMatchObject(UNAVAILABLE);
	expect(await person.ask('/api/health/live')).toMatchObject({ status: 200 });
	expect(portal.log()).toMatch(cause);
	expect(portal.isRunning()).toBe(true);
}

export const printTime = (outage: string, ms: number): void =>
	console.log(`time to 503 | ${outage} | ${Math.round(ms)} ms`);

const PAGES = ['/staff/dwellings', '/staff/dwellings/__data.json', '/en/notices', '/api/programme'];

/** Pages, their data and open data go on. */
export async function expectReading(person: Person): Promise<void> {
	for (const path of PAGES) expect(await person.ask(path), path).toMatchObject({ status: 200 });
}

/** Nothing can be read: pages answer with a page, data and open data with JSON. */
export async function expectNoReading(person: Person): Promise<void> {
	for (const path of PAGES) {
		const answer = await person.ask(path);
		expect(answer, path).toMatchObject(UNAVAILABLE);
		if (/json|api/.test(path)) expect(JSON.parse(answer.text), path).toHaveProperty('message');
		else expect(answer.text, path).toContain('<html');
	}
}

/** Without a restart the portal is ready again and takes writes; answers the code of what it took. */
export async function expectHealed({ person, ...portal }: HeardPortal): Promise<string> {
	await expect.poll(async () => (await person.ask('/api/health/ready')).status, { timeout: 60_000 }).toBe(200);
	const { status, code } = await register(person);
	expect(status).toBe(303);
	await expectReading(person);
	expect(portal.isRunning()).toBe(true);
	return code!;
}
