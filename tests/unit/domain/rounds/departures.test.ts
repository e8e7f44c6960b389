import { expect, test } from 'vitest';
import { departuresOf, type Happening } from '$lib/domain/rounds/departures';

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

test('who refused or let an offer expire goes, in the order in which it happened', () => {
	const { departed } = departuresOf(
		[
			offered('late', null, { at: null }),
			offered('refused', 'refused', { at: '2026-12-02T09:00:00.000Z' }),
			offered('written', 'expired', { at: '2026-12-01T22:59:59.999Z' }),
			offered('ended', null, { offerId: null, deadline: null, endedAt: '2026-11-30T09:00:00.000Z' })
		],
		NOW
	);
	expect(departed).toEqual(['ended', 'written', 'refused', 'late']);
});

test('who still has until the deadline has not gone', () => {
	expect(departuresOf([offered('open', null)], '2026-12-02T22:59:59.999Z').departed).toEqual([]);
	expect(departuresOf([offered('open', null)], '2026-12-02T23:00:00.000Z').departed).toEqual(['open']);
});

test('who accepted has signed; a withdrawal undoes it, and counts as going only when it is due to the household', () => {
	const accepted = offered('A', 'accepted');
	expect(departuresOf([accepted], NOW)).toEqual({ signed: new Map([['A', 'sun']]), departed: [] });
	const withdrawn = (justified: number) => departuresOf([accepted, offered('A', 'withdrawn', { justified })], NOW);
	expect(withdrawn(1)).toEqual({ signed: new Map(), departed: [] });
	expect(withdrawn(0)).toEqual({ signed: new Map(), departed: ['A'] });
});
