import { describe, expect, it } from 'vitest';
import type { DocumentFacts } from '$lib/domain/documents/judge-document';
import { endToTell, nextWarning } from '$lib/domain/documents/warnings';

const facts = (changes: Partial<DocumentFacts>): DocumentFacts => ({
	...{
		kind: 'permit',
		holder: null,
		issued: null,
		expires: '2027-03-31',
		name: 'Nadia Haddad',
		year: null,
		explanation: ''
	},
	...changes
});

describe('the days on which a person is told that a document ends', () => {
	it('are sixty and fourteen days before its last day', () => {
		expect(nextWarning(facts({}), '2026-11-30')).toBe('2027-01-30');
		expect(nextWarning(facts({}), '2027-01-29')).toBe('2027-01-30');
		expect(nextWarning(facts({}), '2027-01-30')).toBe('2027-03-17');
		expect(nextWarning(facts({}), '2027-03-17')).toBeNull();
	});

	it('are none for a document that does not end, or whose rights stay until the review', () => {
		expect(nextWarning(facts({ kind: 'violence' }), '2026-11-30')).toBeNull();
		expect(nextWarning(facts({ expires: null }), '2026-11-30')).toBeNull();
		const review = facts({ kind: 'civil-disability', issued: '2020-01-01' });
		expect([nextWarning(review, '2026-11-30'), endToTell(review, '2027-03-30')]).toEqual([null, null]);
	});

	it('is one where the new document can be asked for in the new year only', () => {
		const isee = facts({ kind: 'isee', issued: '2026-02-10', expires: null });
		expect(nextWarning(isee, '2026-03-01')).toBe('2026-12-17');
	});

	it('are past while it ends much later, and when it has ended', () => {
		expect(endToTell(facts({}), '2027-01-29')).toBeNull();
		expect(endToTell(facts({}), '2027-01-30')).toBe('2027-03-31');
		expect(endToTell(facts({}), '2027-03-31')).toBe('2027-03-31');
		expect(endToTell(facts({}), '2027-04-01')).toBeNull();
	});
});
