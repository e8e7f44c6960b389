import { expect, it } from 'vitest';
import { journeyOf, type JourneyFacts } from '$lib/domain/application/journey';

const facts: JourneyFacts = {
	submittedAt: '2026-10-04T10:00:00.000Z',
	noticeClosesAt: '2026-10-20T21:59:59.999Z',
	ended: null,
	rankingPublishedAt: null,
	offer: null,
	contractAt: null,
	keysAt: null
};
const ranked = { ...facts, rankingPublishedAt: '2026-10-28T10:00:00.000Z' };
const offered = {
	...ranked,
	offer: { id: 'o', madeAt: '2026-11-20T10:00:00.000Z', deadline: '2026-12-02T22:59:59.999Z', answer: null }
};
const answered = (how: 'accepted' | 'refused' | 'expired') => ({
	...offered,
	offer: { ...offered.offer, answer: { how, at: '2026-11-25T10:00:00.000Z' } }
});
const now = '2026-11-26T10:00:00.000Z';

it.each([
	['before closing', facts, '2026-10-20T21:59:59.999Z', 'notice-open', 'closed'],
	['after closing', facts, '2026-10-20T22:00:00.000Z', 'ranking-awaited', 'ranking'],
	['with a ranking', ranked, now, 'offer-awaited', 'offer'],
	['with an offer, at its last moment', offered, '2026-12-02T22:59:59.999Z', 'offer-open', 'offer'],
	['with an offer, one moment late', offered, '2026-12-02T23:00:00.000Z', 'offer-expired', 'offer'],
	['refused', answered('refused'), now, 'offer-refused', 'offer'],
	['accepted', answered('accepted'), now, 'accepted', 'contract'],
	['with a contract', { ...answered('accepted'), contractAt: now }, now, 'contract-signed', 'keys'],
	['with keys', { ...answered('accepted'), contractAt: now, keysAt: now }, now, 'keys-delivered', undefined],
	['withdrawn', { ...facts, ended: { how: 'withdrawn' as const, at: now } }, now, 'withdrawn', undefined]
])('%s', (_, given, at, state, current) => {
	const journey = journeyOf(given, at);
	expect(journey.state).toBe(state);
	expect(journey.steps.find((step) => step.state === 'now')?.id).toBe(current);
});

it('says until when an offer waits', () => {
	expect(journeyOf(offered, now).steps.find((step) => step.id === 'offer')?.at).toBe('2026-12-02T22:59:59.999Z');
});
