import { expect, test } from 'vitest';
import { offerState } from '$lib/domain/offers/offer-state';
import { decideRefusal, openRefusalRules, refusalReasons, refusalRulesOf } from '$lib/domain/offers/refusal-rules';

const deadline = '2026-12-02T22:59:59.999Z';

test('an unanswered offer stands until the last moment of its deadline, and no longer', () => {
	const made = { deadline, events: [{ event: 'made' as const }] };
	expect(offerState(made, deadline)).toBe('made');
	expect(offerState(made, '2026-12-02T23:00:00.000Z')).toBe('expired');
});

test('an answer stands after the deadline, and a withdrawal ends an acceptance', () => {
	const events = [{ event: 'made' as const }, { event: 'accepted' as const }];
	expect(offerState({ deadline, events }, '2027-01-01T00:00:00.000Z')).toBe('accepted');
	expect(offerState({ deadline, events: [...events, { event: 'withdrawn' }] }, deadline)).toBe('withdrawn');
});

test('a justified reason keeps the household waiting, any other ends its request, where the notice says nothing', () => {
	const rules = refusalRulesOf(null);
	const kept = refusalReasons.filter((reason) => decideRefusal(rules, reason).consequence === 'keeps-waiting');
	expect(kept).toEqual(['needs', 'condition']);
});

test('a notice that forgives every refusal is obeyed', () => {
	const rules = { ...openRefusalRules, unjustified: 'keeps-waiting' as const };
	expect(decideRefusal(rules, 'other')).toEqual({ justified: false, consequence: 'keeps-waiting' });
});
