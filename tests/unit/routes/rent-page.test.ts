import { describe, expect, it } from 'vitest';
import { rentHeadline, wholeZoneHeadline } from '$lib/words/rent/rent-headline';
import { load } from '../../../src/routes/(public)/rent/+page.server';

type Shown = Exclude<Awaited<ReturnType<typeof load>>, void>;
const shown = async (query: string) =>
	(await load({ url: new URL(`http://localhost/rent?${query}`) } as Parameters<typeof load>[0])) as Shown;

const flat = 'zone=3&area=60&years=3&furnished=no';
const allA = '&elementsA=A1&elementsA=A2&elementsA=A3&elementsA=A4';

describe('the page of the rent', () => {
	it('answers with the whole zone, and with no band, while nothing is told of the flat', async () => {
		const { whole, estimate } = await shown(flat);
		expect(estimate).toBeNull();
		expect(wholeZoneHeadline(whole!)).toMatch(/300,00.*850,00.*dipende/);
	});

	it.each([
		['two elements A missing', '&elementsA=A1&elementsA=A2'],
		['all A, no B', allA],
		['a kitchen that is not to eat in', `${allA}&kitchen=small`]
	])('says in its first line that the band is not decided: %s', async (_, elements) =>
		expect(rentHeadline((await shown(flat + elements)).estimate!)).toMatch(/^Fascia da decidere/)
	);

	it('gives the range of a flat whose band is decided', async () => {
		const { estimate } = await shown(`${flat}${allA}&kitchen=eat-in-window`);
		expect(rentHeadline(estimate!)).toMatch(/^Da 480,00.*725,00/);
	});

	it.each(['C/6', 'A/10', 'F/3', 'a/08', 'A1'])('gives no rent for the category %s', async (category) => {
		const { estimate, whole, problem } = await shown(`${flat}${allA}&kitchen=eat-in-window&category=${category}`);
		expect([estimate, whole, typeof problem]).toEqual([null, null, 'string']);
		expect((await shown(`${flat}&category=${category}`)).problem).toBe(problem);
	});

	it('shows a market rent beside the agreed one, and asks again for one that is no amount', async () => {
		const with900 = await shown(`${flat}${allA}&kitchen=eat-in-window&market=900`);
		expect(with900.comparison).toMatchObject({ market: { firstCents: 32_400_00 }, oneOffCents: 1_200_00 });
		expect((await shown(`${flat}&market=`)).comparison).toBeNull();
		expect((await shown(`${flat}&market=molto`)).errors).toHaveProperty('market');
	});
});
