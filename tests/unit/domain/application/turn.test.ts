import { expect, it } from 'vitest';
import type { JourneyFacts } from '$lib/domain/application/journey';
import { turnOf } from '$lib/domain/application/turn';

const NOW = '2026-11-22T09:00:00.000Z';
const BEFORE = '2026-11-21T22:59:59.999Z';
const AFTER = '2026-12-01T22:59:59.999Z';

const facts = (changes: Partial<JourneyFacts> = {}): JourneyFacts => ({
	submittedAt: '2026-11-01T10:00:00.000Z',
	noticeClosesAt: BEFORE,
	ended: null,
	rankingPublishedAt: null,
	offer: null,
	contractAt: null,
	keysAt: null,
	...changes
});
const offer = (deadline: string) => ({ id: 'o', madeAt: BEFORE, deadline, answer: null });

it.each([
	['an open notice', facts({ noticeClosesAt: AFTER }), null, ['notice-open', 'nobody', AFTER]],
	['a closed notice', facts(), null, ['ranking-awaited', 'office', null]],
	['a published ranking', facts({ rankingPublishedAt: BEFORE }), null, ['offer-awaited', 'nobody', null]],
	['an open offer', facts({ offer: offer(AFTER) }), null, ['offer-open', 'household', AFTER]],
	['an offer that passed', facts({ offer: offer(BEFORE) }), null, ['offer-expired', 'office', null]],
	['a notice of rejection', facts(), AFTER, ['rejection-open', 'household', AFTER]],
	['one beside an offer', facts({ offer: offer(AFTER) }), AFTER, ['rejection-open', 'household', AFTER]],
	['one whose days passed', facts(), BEFORE, ['rejection-due', 'office', BEFORE]],
	['an end', facts({ ended: { how: 'excluded', at: BEFORE } }), BEFORE, ['excluded', 'nobody', null]]
] as const)('%s says whose turn it is, and until when', (_, given, rejection, [state, who, until]) => {
	expect(turnOf(given, rejection, NOW)).toEqual({ state, who, until });
});
