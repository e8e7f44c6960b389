import { expect, test } from 'vitest';
import { openRefusalRules } from '$lib/domain/offers/refusal-rules';
import { departuresOf, type Happening } from '$lib/domain/rounds/departures';
import { sinceVersion } from '$lib/domain/rounds/since-version';

const departures = (happenings: readonly Happening[], now = NOW) => departuresOf(happenings, openRefusalRules, now);
const NOW = '2026-12-03T09:00:00.000Z';
const offered = (pseudonym: string, event: Happening['event'], changes: Partial<Happening> = {}): Happening => ({
	pseudonym,
	endedAt: null,
	offerId: `offer of ${pseudonym}`,
	dwellingId: 'sun',
	deadline: '2026-12-02T22:59:59.999Z',
	event,
	at: '2026-12-01T09:00:00.000Z',
	justified: null,
	...changes
});

test('a household that refused or let an offer expire leaves, in the order in which it happened', () => {
	const { departed } = departures([
		offered('late', null, { at: null }),
		offered('refused', 'refused', { at: '2026-12-02T09:00:00.000Z' }),
		offered('written', 'expired', { at: '2026-12-01T22:59:59.999Z' }),
		offered('ended', null, { offerId: null, deadline: null, endedAt: '2026-11-30T09:00:00.000Z' })
	]);
	expect(departed).toEqual(['ended', 'written', 'refused', 'late']);
});

test('a household whose deadline has not passed has not left', () => {
	expect(departures([offered('open', null)], '2026-12-02T22:59:59.999Z').departed).toEqual([]);
	expect(departures([offered('open', null)], '2026-12-02T23:00:00.000Z').departed).toEqual(['open']);
});

test('a household that accepted has signed; a withdrawal cancels it, and counts as leaving only when the household caused it', () => {
	const accepted = offered('A', 'accepted');
	expect(departures([accepted])).toEqual({ signed: new Map([['A', 'sun']]), departed: [], struck: [] });
	const withdrawn = (justified: number) => departures([accepted, offered('A', 'withdrawn', { justified })]);
	expect(withdrawn(1)).toEqual({ signed: new Map(), departed: [], struck: [] });
	expect(withdrawn(0)).toEqual({ signed: new Map(), departed: ['A'], struck: [] });
});

test('a refusal that the rules accept strikes that home only; a rule set may say so of any other refusal, or of none', () => {
	const refused = (justified: number) => offered('A', 'refused', { justified });
	const strike = { application: 'A', dwelling: 'sun' };
	expect(departures([refused(1)])).toMatchObject({ departed: [], struck: [strike] });
	expect(departures([refused(0)])).toMatchObject({ departed: ['A'], struck: [] });
	const hard = { ...openRefusalRules, justified: 'leaves-ranking' as const };
	const mild = { ...openRefusalRules, unjustified: 'keeps-waiting' as const, expired: 'keeps-waiting' as const };
	expect(departuresOf([refused(1)], hard, NOW)).toMatchObject({ departed: ['A'], struck: [] });
	expect(departuresOf([refused(0)], mild, NOW)).toMatchObject({ departed: [], struck: [strike] });
	expect(departuresOf([offered('A', null)], mild, NOW)).toMatchObject({ departed: [], struck: [strike] });
});

test('the next version is made from what happened since the last one', () => {
	const applications = [
		{ id: 'A', choices: ['sun'] },
		{ id: 'B', choices: ['sun'], withdrawn: true },
		{ id: 'C', choices: [] },
		{ id: 'D', choices: ['sun'] }
	];
	const struck = ['A', 'C', 'D'].map((application) => ({ application, dwelling: 'sun' }));
	const happened = { signed: new Map(), departed: ['B', 'D', 'A', 'gone'], struck };
	expect(sinceVersion({ applications }, { left: ['D'] }, happened)).toEqual({ leaving: ['A'], striking: [] });
	const waits = { ...happened, departed: [] };
	expect(sinceVersion({ applications }, {}, waits).striking.map(({ application }) => application)).toEqual(['A', 'D']);
});
