import { describe, expect, it } from 'vitest';
import { proofOf, stateOf } from '$lib/domain/programme/state-of';
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
		['declared by a source', aHistory(['declared', 'let_before_portal']), 'declared'],
		['withdrawn after the certificate', aHistory([...certified, 'withdrawn']), 'withdrawn']
	])('%s', (_, history, state) => {
		expect(stateOf(history)).toBe(state);
	});

	it.each([
		['works done', aHistory(worksDone), null],
		['a certificate', aHistory(certified), 'certified'],
		['a certificate, and a family in it', aHistory(certified, { keysDelivered: true }), 'certified'],
		['a certificate, withdrawn later', aHistory([...certified, 'withdrawn']), 'certified'],
		['an invented certificate', aHistory(certified, { synthetic: true }), 'demo'],
		['a source’s word', aHistory(['declared']), 'declared'],
		['a source’s word, withdrawn later', aHistory(['declared', 'withdrawn']), 'declared'],
		['both', aHistory(['declared', 'certified']), 'certified'],
		[
			'a source’s word and an invented certificate',
			aHistory(['declared', 'certified'], { synthetic: true }),
			'declared'
		]
	])('%s counts as %s', (_, history, proof) => {
		expect(proofOf(history)).toBe(proof);
	});
});
