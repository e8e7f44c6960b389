import { expect, test } from 'vitest';
import { outcomeOf } from '$lib/domain/dwelling/home-events';
import { hindrances, mayBeOffered, type Hindrance, type HomeToOffer } from '$lib/domain/dwelling/may-be-offered';
import { promiseStage } from '$lib/domain/dwelling/promise-stage';

const free: HomeToOffer = {
	withdrawn: false,
	alreadyLet: false,
	damaged: false,
	worksReopened: false,
	leaving: false,
	restored: true
};

const facts: Record<Hindrance, Partial<HomeToOffer>> = {
	withdrawn: { withdrawn: true },
	'already-let': { alreadyLet: true },
	damaged: { damaged: true },
	'works-reopened': { worksReopened: true },
	leaving: { leaving: true },
	'not-restored': { restored: false }
};

test('a restored home that nothing happened to', () => expect(mayBeOffered(free)).toEqual({ ok: true }));
test.each(hindrances)('not one that is %s, whatever else is true', (because) => {
	expect(mayBeOffered({ ...free, ...facts[because] })).toEqual({ ok: false, because });
	for (const other of hindrances) expect(mayBeOffered({ ...free, ...facts[because], ...facts[other] }).ok).toBe(false);
});

const NOW = '2026-11-22T09:00:00.000Z';
const notice = { openedAt: NOW, closesAt: '2026-11-30T22:59:59.999Z', ranked: false, offer: null };
const closed = { ...notice, closesAt: '2026-11-21T22:59:59.999Z' };
const offer = { accepted: false, contract: false, deadline: '2026-12-02T22:59:59.999Z' };
test.each([
	['draft', { ...notice, openedAt: null }],
	['open', notice],
	['closed', closed],
	['ranked', { ...closed, ranked: true }],
	['offered', { ...closed, ranked: true, offer }],
	['ranked', { ...closed, ranked: true, offer: { ...offer, deadline: '2026-11-22T08:59:59.999Z' } }],
	['accepted', { ...closed, ranked: true, offer: { ...offer, accepted: true } }],
	['signed', { ...closed, ranked: true, offer: { ...offer, accepted: true, contract: true } }]
] as const)('the stage %s', (stage, given) => expect(promiseStage(given, NOW)).toBe(stage));

test('outside any notice two persons withdraw a restored home, one any other', () => {
	expect(outcomeOf('withdrawn', null, true)).toMatchObject({ persons: 2 });
	expect(outcomeOf('withdrawn', null, false)).toMatchObject({ persons: 1 });
	expect(outcomeOf('damaged', null, true)).toMatchObject({ persons: 1 });
});
