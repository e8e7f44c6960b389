import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from '$lib/domain/application/answers';
import type { Actor } from '$lib/server/platform/auth/actor';
import { openDraft } from '$lib/server/requests/applications/open-draft';
import { load as myLoad } from '../../../../src/routes/(applicant)/my/+page.server';
import MyPage from '../../../../src/routes/(applicant)/my/+page.svelte';
import { applyPages } from '../../../support/apply-pages';
import { anOpenNotice } from '../../../support/builders/notice';
import { anActor } from '../../../support/builders/register';
import { openTestDatabase, type TestDatabase } from '../../../support/database';
import { read, servePages, shown, wordsOf } from '../../../support/pages';
import { reported } from '../../../support/reported';

// Inputs that people reported, sent again to the pages.

const NOW = '2026-11-30T10:00:00.000Z';
const AFTER = '2026-12-01T10:00:00.000Z';
let database: TestDatabase;
let agency: string;
let temporary: string;
beforeAll(async () => {
	database = await openTestDatabase();
	agency = (await anOpenNotice(database, [4_600])).id;
	temporary = (await anOpenNotice(database, [4_600], { ruleSetId: 'temporary-2026' })).id;
});
beforeEach(() => servePages(database, NOW));
afterAll(() => database.close());

async function aRequest(notice = agency) {
	const as: Actor = await anActor(database.db, 'applicant', 'Nadia Haddad');
	const answers = async (): Promise<Answers> => (await openDraft(database.db, notice, as))?.answers ?? {};
	return { ...applyPages(as, notice), as, answers };
}

const you = { relation: 'applicant', birthDate: '1985-05-05' };
const rented = { kind: 'rented', netArea: '', eviction: 'none', unhealthy: 'no', ownsAdequateHome: 'no' };

describe('the area of the home (area-zero)', () => {
	it('of nothing is refused, and blank means that it is not known', async () => {
		const { replay, send, answers } = await aRequest();
		const [step] = reported('area-zero').steps;
		const refused = await replay(step!);
		expect(refused).toMatchObject({
			status: 422,
			data: { errors: { netArea: expect.stringMatching(/m²|metri/) }, doubts: [] }
		});
		expect(await send('home', { ...step!.fields, netArea: '45.500' })).toMatchObject({
			status: 422,
			data: { doubts: [] }
		});
		expect((await answers()).home).toBeUndefined();
		expect(await send('home', { ...step!.fields, netArea: '' })).toMatchObject({ status: 303 });
		expect((await answers()).home?.home.netAreaDm2).toBeNull();
	});

	it('under five square metres is asked about once, and can be right', async () => {
		const { send, answers } = await aRequest();
		const asked = await send('home', { ...rented, netArea: '4,5' });
		const [doubt] = asked.data!.doubts!;
		expect(asked.status).toBe(422);
		expect(await send('home', { ...rented, netArea: '4,5', sure: doubt!.key })).toMatchObject({ status: 303 });
		expect((await answers()).home?.home.netAreaDm2).toBe(450);
		expect(await send('home', { ...rented, netArea: '4,5' })).toMatchObject({ status: 303 });
	});
});

it('answers that do not go together are named on the page before sending, with both their pages (contradictions)', async () => {
	const { send, html } = await aRequest(temporary);
	const { fields } = reported<{ fields: Record<'home' | 'circumstances', Record<string, string>> }>('contradictions');
	await send('household', you, 'add');
	await send('home', { ...rented, shared: 'no', ...fields.home });
	const told = { hasDisability: 'no', homeHasBarriers: 'no', ...fields.circumstances };
	expect(await send('circumstances', told)).toMatchObject({ status: 303 });
	const page = await html('check');
	const doubt = /<div[^>]*callout[^]*?<\/div>/.exec(page)![0];
	expect(wordsOf(doubt)).toContain('sfratto');
	for (const step of ['home', 'circumstances']) expect(doubt).toContain(`/my/apply/${temporary}/${step}`);
});

it.each([
	['１２３４５', 12_345_00],
	['١٢٣٤٥', 12_345_00],
	['16000 EUR', 16_000_00],
	['16.000,-', 16_000_00],
	['12’345,67', 12_345_67]
])('an amount in the digits and signs of others is read: %s (digits-of-other-scripts)', async (isee, cents) => {
	expect(reported<{ inputs: string[] }>('digits-of-other-scripts').inputs).toContain(isee);
	const { send, answers } = await aRequest();
	expect(await send('income', { isee, assets: '' })).toMatchObject({ status: 303 });
	expect((await answers()).income?.iseeCents).toBe(cents);
});

it('people who can hardly be are named and stop nobody; a child is told who may apply (household-impossible)', async () => {
	const { replay, words, answers } = await aRequest();
	for (const step of reported('household-impossible').steps) expect(await replay(step)).toMatchObject({ status: 303 });
	expect((await answers()).members).toHaveLength(3);
	const page = await words('household');
	for (const sentence of [
		'Hai meno di 18 anni. Di solito la domanda la fa una persona maggiorenne',
		'nascita 1 gennaio 2023: ha meno di 18 anni. La data è giusta?',
		'Nella famiglia ci sono 2 tra mariti, mogli e conviventi. È giusto?'
	])
		expect(page).toContain(sentence);
});

describe('what was said of a person (member-inherits)', () => {
	it('goes with the person, never passes to the next, and is asked again', async () => {
		const { replay, answers, html, send } = await aRequest(temporary);
		for (const step of reported('member-inherits').steps)
			expect(await replay(step), step.post).toMatchObject({ status: 303 });
		const saved = await answers();
		expect(saved.members?.map(({ id }) => id)).toEqual(['m1', 'm3']);
		expect(saved.circumstances).toBeUndefined();
		const page = await html('circumstances');
		expect(page).toContain('Le persone della tua famiglia sono cambiate');
		expect(/<input[^>]*name="percent-3"[^>]*>/.exec(page)?.[0]).not.toMatch(/value="\d/);
		expect(
			await send('circumstances', { hasDisability: 'no', homeHasBarriers: 'no', emergency: 'none' })
		).toMatchObject({
			status: 303
		});
		expect((await answers()).circumstances?.disabilities).toEqual([]);
	});
});

it('one’s own birth date is corrected in place, and adds nobody (own-birth-date)', async () => {
	const { replay, send, answers } = await aRequest();
	const [step] = reported('own-birth-date').steps;
	await replay(step!);
	const _opened = JSON.stringify({ relation: ['applicant'], birthDate: ['2019-05-05'] });
	expect(await send('household', { id: 'm1', ...you, _opened }, 'change')).toMatchObject({ status: 303 });
	expect((await answers()).members).toEqual([{ id: 'm1', ...you }]);
});

describe('residence (residence-longer-than-life)', () => {
	it('before anybody of the household was born is refused, and gives no points', async () => {
		const { replay, answers } = await aRequest();
		const [person, residence] = reported('residence-longer-than-life').steps;
		await replay(person!);
		const refused = await replay(residence!);
		expect(refused).toMatchObject({ status: 422, data: { doubts: [] } });
		expect(Object.keys(refused.data!.errors!).toSorted()).toEqual(['municipalitySince', 'regionSince']);
		expect((await answers()).residence).toBeUndefined();
	});

	it('before the applicant was born is asked about where somebody else was alive', async () => {
		const { replay, send } = await aRequest();
		const [person, residence] = reported('residence-longer-than-life').steps;
		await replay(person!);
		await send('household', { relation: 'parent', birthDate: '1940-01-01' }, 'add');
		const since = { municipalitySince: '1950-01-01', regionSince: '1950-01-01' };
		const asked = await send('residence', { ...residence!.fields, ...since });
		expect(asked).toMatchObject({ status: 422 });
		const sure = asked.data!.doubts!.map(({ key }) => key);
		expect(await send('residence', { ...residence!.fields, ...since, sure })).toMatchObject({ status: 303 });
	});
});

it('one form sent twice at once adds one person, and twins stay possible (same-member-twice)', async () => {
	expect(reported<{ steps: string }>('same-member-twice').steps).toContain('child 2015-03-03 twice at once');
	const { send, answers } = await aRequest();
	await send('household', you, 'add');
	const add = (form: string) => send('household', { relation: 'child', birthDate: '2015-03-03', form }, 'add');
	const first = '3f0b0c52-1111-4222-8333-444455556666';
	const sent = await Promise.all([add(first), add(first)]);
	expect(sent.map(({ status }) => status)).toEqual([303, 303]);
	expect((await answers()).members).toHaveLength(2);
	await add(first.replace('3', '4'));
	expect((await answers()).members).toHaveLength(3);
});

it('a form opened before another save shows both, and overwrites nothing (two-tabs)', async () => {
	expect(reported<{ right: string }>('two-tabs').right).toContain('409 with both versions');
	const { send, answers } = await aRequest();
	const opened = { _opened: '{}' };
	expect(await send('home', { ...rented, netArea: '50', ...opened })).toMatchObject({ status: 303 });
	const second = { ...rented, kind: 'none', eviction: 'enforceable', ...opened };
	const asked = await send('home', second);
	const stale = await send('home', { ...second, sure: asked.data!.doubts!.map(({ key }) => key) });
	expect(stale).toMatchObject({ status: 409, data: { stale: { clashes: { kind: {}, eviction: {} } } } });
	expect((await answers()).home?.home).toMatchObject({ kind: 'rented', netAreaDm2: 50_00, eviction: 'none' });
});

it('a draft after the closing says that it was not sent, and leads to nothing that cannot be done (draft-after-closing)', async () => {
	expect(reported<{ right: string }>('draft-after-closing').right).toContain('the notice closed');
	const { send, as } = await aRequest();
	await send('household', you, 'add');
	const page = async () => wordsOf(shown(MyPage, (await read([myLoad], { as })).data));
	expect(await page()).toContain('Hai una domanda da finire');
	servePages(database, AFTER);
	const after = await page();
	expect(after).toContain('L’avviso si è chiuso lunedì 30 novembre 2026');
	expect(after).not.toContain('Hai una domanda da finire');
	expect(await send('household', you, 'add')).toMatchObject({ status: 409 });
});

describe('a household that says that it has no home', () => {
	const none = { kind: 'none', netArea: '', ownsAdequateHome: 'no' };

	it('is not asked about an eviction, an area or the health office', async () => {
		const { send, answers } = await aRequest();
		expect(await send('home', none)).toMatchObject({ status: 303 });
		expect((await answers()).home?.home).toMatchObject({ kind: 'none', eviction: 'none', unhealthy: false });
	});

	it('and tells of an eviction is asked about the two; with a home, each question wants its answer', async () => {
		const { send } = await aRequest();
		const both = await send('home', { ...none, eviction: 'enforceable' });
		expect(both).toMatchObject({ status: 422, data: { errors: { eviction: expect.any(String) } } });
		const rentedOnly = await send('home', { ...none, kind: 'rented' });
		expect(Object.keys(rentedOnly.data!.errors!).toSorted()).toEqual(['eviction', 'unhealthy']);
	});
});
