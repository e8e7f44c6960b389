import { describe, expect, it } from 'vitest';
import { isRestored, stateOf } from '$lib/domain/programme/state-of';
import { aHistory, certified, worksDone } from './history';

describe('state of a dwelling', () => {
	it.each([
		['a dwelling of the register with no fact yet', aHistory([]), 'identified'],
		['works planned', aHistory(['identified', 'works_planned']), 'identified'],
		['works started', aHistory(['identified', 'works_planned', 'works_started']), 'in_works'],
		['works done and not certified', aHistory(worksDone), 'in_works'],
		['certified', aHistory(certified), 'restored'],
		['certified and offered', aHistory(certified, { offered: true }), 'offered'],
		['certified, with a family in it', aHistory(certified, { offered: true, keysDelivered: true }), 'keys_delivered'],
		['let before the portal', aHistory([...certified, 'let_before_portal']), 'keys_delivered'],
		['an offer before the certificate', aHistory(worksDone, { offered: true }), 'in_works'],
		['withdrawn after the certificate', aHistory([...certified, 'withdrawn']), 'withdrawn']
	])('%s', (_, history, state) => {
		expect(stateOf(history)).toBe(state);
	});

	it('counts as restored from the certificate on, until withdrawn', () => {
		expect(isRestored(aHistory(worksDone))).toBe(false);
		expect(isRestored(aHistory(certified))).toBe(true);
		expect(isRestored(aHistory(certified, { keysDelivered: true }))).toBe(true);
		expect(isRestored(aHistory([...certified, 'withdrawn']))).toBe(false);
	});
});
