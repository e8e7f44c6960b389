import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes } from '$lib/domain/allocation/byte-order';
import { ticketOf } from '$lib/domain/allocation/tickets';
import { certifySuggestions } from '$lib/domain/matching/certify-suggestions';
import { checkConditions, maySuggest } from '$lib/domain/matching/conditions';
import type { RentedHome, Seeker } from '$lib/domain/matching/rented-home';
import { suggestTenants } from '$lib/domain/matching/suggest-tenants';
import type { Pair } from '$lib/domain/matching/terms';
import { blockingPairs, naiveSuggestions, textOf, type Preferences } from '../../../support/naive-suggestions';
import { rentals, type Rentals } from '../../../support/random-rentals';

const mayBe = ({ terms: { question, rules, tried = [] } }: Rentals, home: RentedHome, seeker: Seeker) =>
	!tried.some((pair) => pair.home === home.id && pair.seeker === seeker.id) &&
	maySuggest(checkConditions(home, seeker, question.fit(home, seeker), rules));

/** The preferences by the rules in words, sorted by plain comparators. */
function preferencesOf(day: Rentals): Preferences {
	const { homes, seekers, terms } = day;
	const { fit } = terms.question;
	const ticket = (id: string) => ticketOf(terms.draw.beacon, terms.draw.notice, id);
	const byTicket = (a: string, b: string) => Number(ticket(a) > ticket(b)) - Number(ticket(a) < ticket(b));
	const last = (a: string, b: string) => byTicket(a, b) || compareBytes(a, b);
	const meets = (home: RentedHome, seeker: Seeker) => Number(fit(home, seeker).needs === 'suits');
	const excess = (home: RentedHome, seeker: Seeker) => fit(home, seeker).excessAreaDm2;
	const ofHome = (home: RentedHome) =>
		seekers
			.filter((seeker) => mayBe(day, home, seeker))
			.sort((a, b) => meets(home, b) - meets(home, a) || excess(home, a) - excess(home, b) || last(a.id, b.id));
	const ofSeeker = (seeker: Seeker) =>
		homes
			.filter((home) => mayBe(day, home, seeker))
			.sort((a, b) => a.rentCents - b.rentCents || excess(a, seeker) - excess(b, seeker) || last(a.id, b.id));
	const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
	return {
		homes: new Map(homes.map((home) => [home.id, ids(ofHome(home))])),
		seekers: new Map(seekers.map((seeker) => [seeker.id, ids(ofSeeker(seeker))]))
	};
}

const certify = ({ homes, seekers, terms }: Rentals, given: readonly Pair[]) =>
	certifySuggestions(homes, seekers, given, terms);

describe('suggested tenants', () => {
	it('equal those computed from the preferences of both sides', () =>
		fc.assert(
			fc.property(rentals, (day) => {
				const given = suggestTenants(day.homes, day.seekers, day.terms);
				expect(textOf(given)).toEqual(naiveSuggestions(preferencesOf(day), day.terms.caps!));
			}),
			{ numRuns: 500 }
		));

	it('meet every hard condition of both sides, and come with them', () =>
		fc.assert(
			fc.property(rentals, (day) => {
				for (const { home: homeId, seeker: seekerId, conditions, needs } of suggestTenants(
					day.homes,
					day.seekers,
					day.terms
				)) {
					const home = day.homes.find(({ id }) => id === homeId)!;
					const seeker = day.seekers.find(({ id }) => id === seekerId)!;
					expect(mayBe(day, home, seeker)).toBe(true);
					expect(seeker.iseeCents).toBeLessThanOrEqual(40_000_00);
					if (home.conditions.includes('no-pets')) expect(seeker.hasPets).toBe(false);
					if (seeker.neededBy) expect(home.availableFrom <= seeker.neededBy).toBe(true);
					const fit = day.terms.question.fit(home, seeker);
					expect(conditions).toEqual(checkConditions(home, seeker, fit, day.terms.rules));
					expect(needs).toBe(fit.needs);
				}
			})
		));

	it('depend neither on the order of rows nor on the order of arrival', () =>
		fc.assert(
			fc.property(rentals, fc.infiniteStream(fc.nat()), (day, numbers) => {
				const shuffled = <Row>(rows: readonly Row[]) =>
					rows.map((row) => [numbers.next().value, row] as const).sort((a, b) => a[0] - b[0]);
				const homes = shuffled(day.homes).map(([, row]) => row);
				const seekers = shuffled(day.seekers).map(([, row]) => row);
				expect(suggestTenants(homes, seekers, day.terms)).toEqual(suggestTenants(day.homes, day.seekers, day.terms));
			})
		));

	it('stop at five a side unless told otherwise', () => {
		const row = { people: 1, iseeCents: 1, yearlyIncomeCents: null, neededBy: null, smokes: false, hasPets: false };
		const seekers = Array.from({ length: 8 }, (_, i) => ({ id: `s${i}`, ...row }));
		const flat = { rentCents: 1, netAreaDm2: 1, availableFrom: '2027-01-01', conditions: [] };
		const homes = Array.from({ length: 8 }, (_, i) => ({ id: `h${i}`, ...flat }));
		const fit = { adequateSize: true, needs: 'none', excessAreaDm2: 0 } as const;
		const terms = {
			question: { profileOf: () => '', fit: () => fit },
			rules: { iseeMaxCents: 1, rentToIncomeMaxPercent: null },
			draw: { beacon: 'c0ffee', notice: 'agreed-rent' }
		};
		const given = suggestTenants(homes, seekers, terms);
		const most = (side: 'home' | 'seeker', ids: readonly { id: string }[]) =>
			Math.max(...ids.map(({ id }) => given.filter((pair) => pair[side] === id).length));
		expect([most('home', homes), most('seeker', seekers)]).toEqual([5, 5]);
	});
});

describe('the certificate', () => {
	it('finds nothing to object to in the suggestions', () =>
		fc.assert(
			fc.property(rentals, (day) => {
				const given = suggestTenants(day.homes, day.seekers, day.terms);
				const checked = day.homes.length * day.seekers.length - given.length;
				expect(certify(day, given)).toEqual({ blockingPairs: 0, impossible: 0, overCap: 0, checked });
			}),
			{ numRuns: 500 }
		));

	it('counts the same as a plain check, for any pairs', () =>
		fc.assert(
			fc.property(rentals, fc.infiniteStream(fc.boolean()), (day, coins) => {
				const preferences = preferencesOf(day);
				const possible = [...preferences.homes].flatMap(([home, seekers]) =>
					seekers.map((seeker) => ({ home, seeker }))
				);
				const given = possible.filter(() => coins.next().value);
				const found = certify(day, given);
				expect(found.blockingPairs).toBe(blockingPairs(preferences, given, day.terms.caps!).length);
				expect(found.impossible).toBe(0);
				const over = (side: 'home' | 'seeker', cap: number) =>
					new Set(
						given.map((pair) => pair[side]).filter((id) => given.filter((pair) => pair[side] === id).length > cap)
					).size;
				expect(found.overCap).toBe(over('home', day.terms.caps!.perHome) + over('seeker', day.terms.caps!.perSeeker));
			}),
			{ numRuns: 500 }
		));

	it('counts pairs that may not be suggested, unknown ones and repeated ones', () =>
		fc.assert(
			fc.property(rentals, (day) => {
				const preferences = preferencesOf(day);
				const all = day.homes.flatMap(({ id: home }) => day.seekers.map(({ id: seeker }) => ({ home, seeker })));
				const wrong = all.filter(({ home, seeker }) => !preferences.homes.get(home)!.includes(seeker));
				const right = all.filter((pair) => !wrong.includes(pair)).slice(0, 1);
				const ghost = [{ home: 'nowhere', seeker: 'nobody' }];
				expect(certify(day, [...wrong, ...right, ...right, ...ghost]).impossible).toBe(wrong.length + right.length + 1);
			})
		));
});
