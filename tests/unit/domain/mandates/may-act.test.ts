import { describe, expect, it } from 'vitest';
import { procedures, actsWith, type Act } from '../../../../src/lib/domain/mandates/acts';
import type { Mandate } from '../../../../src/lib/domain/mandates/mandate';
import { mayAct } from '../../../../src/lib/domain/mandates/may-act';

const NOW = '2026-11-30T10:00:00.000Z';
const active: Mandate = {
	consentedAt: '2026-11-21T10:00:00.000Z',
	endsAt: '2026-12-22T22:59:59.999Z',
	earlyEnd: null,
	authorisations: [
		{ procedure: 'request', revokedAt: null },
		{ procedure: 'offer', revokedAt: null }
	]
};

describe('what a helper may do under a mandate', () => {
	it.each([
		['request', 'read'],
		['request', 'write'],
		['request', 'upload'],
		['request', 'reply'],
		['offer', 'read'],
		['offer', 'book-viewing']
	] as const)('does %s %s alone', (procedure, act) => {
		expect(mayAct(active, procedure, act, NOW)).toEqual({ may: 'alone' });
	});

	it.each([
		['request', 'send'],
		['request', 'withdraw'],
		['request', 'change-contact'],
		['offer', 'answer-offer'],
		['offer', 'change-contact']
	] as const)('does %s %s only when the person says yes to it', (procedure, act) => {
		expect(mayAct(active, procedure, act, NOW)).toEqual({ may: 'with-consent' });
	});

	it('never does an act of another procedure', () => {
		const found = mayAct(active, 'offer', 'write', NOW);
		expect(found).toEqual({ may: 'no', why: [{ because: 'act-never-covered' }] });
	});

	it.each([
		['proposed', { consentedAt: null }],
		['lapsed', { consentedAt: null, endsAt: '2026-11-29T22:59:59.999Z' }],
		['expired', { endsAt: '2026-11-29T22:59:59.999Z' }],
		['revoked', { earlyEnd: 'revoked' }],
		['ended', { earlyEnd: 'ended' }],
		['replaced', { earlyEnd: 'replaced' }]
	] as const)('does nothing under a mandate that is %s', (state, change) => {
		for (const procedure of procedures)
			for (const act of [...actsWith(procedure, 'alone'), ...actsWith(procedure, 'own-consent')])
				expect(mayAct({ ...active, ...change }, procedure, act, NOW)).toEqual({
					may: 'no',
					why: [{ because: 'mandate', state }]
				});
	});

	it('does nothing in a procedure that the mandate does not cover', () => {
		const mandate = { ...active, authorisations: [{ procedure: 'request', revokedAt: null }] } as const;
		expect(mayAct(mandate, 'offer', 'read', NOW)).toEqual({ may: 'no', why: [{ because: 'procedure-not-covered' }] });
		expect(mayAct(mandate, 'request', 'read', NOW)).toEqual({ may: 'alone' });
	});

	it('does nothing in a procedure that the person revoked, and goes on in the other', () => {
		const at = '2026-11-30T09:59:59.999Z';
		const mandate = {
			...active,
			authorisations: [
				{ procedure: 'request', revokedAt: at },
				{ procedure: 'offer', revokedAt: null }
			]
		} as const;
		expect(mayAct(mandate, 'request', 'read', NOW)).toEqual({
			may: 'no',
			why: [{ because: 'procedure-revoked', at }]
		});
		expect(mayAct(mandate, 'offer', 'read', NOW)).toEqual({ may: 'alone' });
	});

	it('tells every reason together', () => {
		const mandate: Mandate = { ...active, earlyEnd: 'revoked', authorisations: [] };
		const found = mayAct(mandate, 'offer', 'send' as Act, NOW);
		expect(found).toEqual({
			may: 'no',
			why: [
				{ because: 'mandate', state: 'revoked' },
				{ because: 'procedure-not-covered' },
				{ because: 'act-never-covered' }
			]
		});
	});
});
