import { describe, expect, it } from 'vitest';
import { judgeDocument, type DocumentFacts } from '$lib/domain/documents/judge-document';
import { papersFor } from '$lib/domain/documents/papers-for';

const today = '2026-11-30';
const names = { givenName: 'Nadia', familyName: 'Haddad' };
const kept = (id: string, changes: Partial<DocumentFacts> = {}, isReplaced = false) => {
	const facts: DocumentFacts = {
		...{
			kind: 'identity',
			holder: null,
			issued: null,
			expires: '2029-03-04',
			name: 'Nadia Haddad',
			year: null,
			explanation: ''
		},
		...changes
	};
	return { id, kind: facts.kind, holder: facts.holder, judgement: judgeDocument(facts, { names, today }), isReplaced };
};

describe('the papers of a request', () => {
	it('are those that are needed, in that order, with what is there already', () => {
		const mine = [kept('a', { kind: 'permit', expires: '2027-01-10' }), kept('b'), kept('c', { kind: 'income' })];
		expect(papersFor(['identity', 'isee', 'permit'], mine)).toEqual([
			{ kind: 'identity', state: 'ready', id: 'b', until: '2029-03-04' },
			{ kind: 'isee', state: 'missing', id: null, until: null },
			{ kind: 'permit', state: 'ends-soon', id: 'a', until: '2027-01-10' }
		]);
	});

	it('take the best of several, whichever came first', () => {
		const [past, wrong, soon, unclear, good] = [
			kept('past', { expires: '2026-11-29' }),
			kept('wrong', { issued: '2027-01-01' }),
			kept('soon', { expires: '2026-12-24' }),
			kept('unclear', { name: 'Samir Haddad' }),
			kept('good')
		];
		const best = (...mine: (typeof good)[]) => papersFor(['identity'], mine)[0]!.id;
		expect(best(past, good, soon)).toBe('good');
		expect(best(good, past)).toBe('good');
		expect(best(unclear, soon)).toBe('soon');
		expect(best(past, unclear)).toBe('unclear');
		expect(best(wrong, past)).toBe('past');
	});

	it('take no document of another member for what the applicant declares of himself', () => {
		const holder = { relation: 'child', birthDate: '2015-03-04', givenName: 'Lina' } as const;
		expect(papersFor(['identity'], [kept('a', { holder })])).toMatchObject([{ state: 'missing' }]);
		const report = kept('b', { kind: 'serious-handicap', issued: '2026-01-10', holder });
		expect(papersFor(['serious-handicap'], [report])).toMatchObject([{ state: 'ready', id: 'b' }]);
	});

	it('say what is wrong with one that does not count, and leave out one that was replaced', () => {
		expect(papersFor(['identity'], [kept('a', { expires: '2026-11-29' })])).toMatchObject([{ state: 'expired' }]);
		expect(papersFor(['identity'], [kept('a', { issued: '2027-01-01' })])).toMatchObject([{ state: 'failed' }]);
		expect(papersFor(['identity'], [kept('a', { name: '' })])).toMatchObject([{ state: 'unclear' }]);
		expect(papersFor(['identity'], [kept('a', {}, true)])).toMatchObject([{ state: 'missing', id: null }]);
	});
});
