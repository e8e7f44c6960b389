import { describe, expect, it } from 'vitest';
import { actsWith, procedures } from '../../../../src/lib/domain/mandates/acts';
import { codeEnds, CODE_TRIES, consentActs, judgeCode } from '../../../../src/lib/domain/mandates/consent';

const askedAt = '2026-11-30T10:00:00.000Z';
const sent = { askedAt, tries: 0, givenAt: null };

describe('the code by which a person says yes', () => {
	it('can be typed until its last instant', () => {
		expect(codeEnds(askedAt)).toBe('2026-11-30T10:30:00.000Z');
		expect(judgeCode(sent, codeEnds(askedAt))).toBe('open');
		expect(judgeCode(sent, '2026-11-30T10:30:00.001Z')).toBe('too-old');
	});

	it('can be typed wrong a few times, and never again after', () => {
		expect(judgeCode({ ...sent, tries: CODE_TRIES - 1 }, askedAt)).toBe('open');
		expect(judgeCode({ ...sent, tries: CODE_TRIES }, askedAt)).toBe('too-often');
	});

	it('counts once', () => {
		expect(judgeCode({ ...sent, givenAt: askedAt }, askedAt)).toBe('used');
	});

	it('can be asked for each act that a helper never does alone', () => {
		const own = new Set(procedures.flatMap((procedure) => actsWith(procedure, 'own-consent')));
		expect(new Set(consentActs)).toEqual(new Set(['mandate', ...own]));
	});
});
