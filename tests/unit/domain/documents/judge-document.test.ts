import { describe, expect, it } from 'vitest';
import { addMonths } from '$lib/domain/documents/add-months';
import { bearsNames } from '$lib/domain/documents/bears-names';
import { judgeDocument, type DocumentFacts } from '$lib/domain/documents/judge-document';
import { documentKinds, kindRules } from '$lib/domain/documents/kinds';

const names = { givenName: 'Nadia', familyName: 'Haddad' };
const today = '2026-11-30';
const told = (changes: Partial<DocumentFacts>): DocumentFacts => ({
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
});
const judge = (changes: Partial<DocumentFacts>, of: typeof names | null = names) =>
	judgeDocument(told(changes), { names: of, today });

describe('a document', () => {
	it('passes when its days and its name fit', () => {
		expect(judge({})).toEqual({ result: 'passed', reasons: [], until: '2029-03-04', endsSoon: false });
	});

	it('counts on its last day, and is warned of sixty days before', () => {
		expect(judge({ expires: today })).toMatchObject({ result: 'passed', endsSoon: true });
		expect(judge({ expires: '2026-11-29' })).toMatchObject({ result: 'failed', reasons: ['expired'], endsSoon: false });
		expect(judge({ expires: '2027-01-29' }).endsSoon).toBe(true);
		expect(judge({ expires: '2027-01-30' }).endsSoon).toBe(false);
	});

	it('fails with a day that cannot be', () => {
		expect(judge({ issued: '2026-12-01' })).toMatchObject({ result: 'failed', reasons: ['in-the-future'] });
		expect(judge({ issued: '2026-10-01', expires: '2026-09-30' }).reasons).toContain('ends-before-it-begins');
		expect(judge({ issued: today }).result).toBe('passed');
	});

	it('is unclear without what its kind needs, and with the name of somebody else', () => {
		expect(judge({ expires: null })).toMatchObject({ result: 'inconclusive', reasons: ['expiry-missing'] });
		expect(judge({ name: '' }).reasons).toEqual(['name-missing']);
		expect(judge({ name: 'Samir Haddad' })).toMatchObject({ result: 'inconclusive', reasons: ['name-differs'] });
		expect(judge({}, null).reasons).toEqual(['own-name-missing']);
		expect(judge({}, { ...names, givenName: '' }).reasons).toEqual(['own-name-missing']);
		expect(judge({ kind: 'eviction-notified', expires: null }).reasons).toEqual(['issued-missing']);
	});

	it('of a member whose name nobody told is unclear, and never failed', () => {
		const holder = { relation: 'child', birthDate: '2015-03-04', givenName: '' } as const;
		expect(judge({ holder, name: 'Lina Haddad' }, null)).toMatchObject({
			...{ result: 'inconclusive', reasons: ['member-name-missing'] }
		});
		expect(judge({ holder, name: 'Lina Haddad' }, { ...names, givenName: 'Lina' }).result).toBe('passed');
	});

	it('tells both faults, and fails for the worse', () => {
		expect(judge({ expires: '2026-01-01', name: 'Altro Nome' })).toMatchObject({
			...{ result: 'failed', reasons: ['expired', 'name-differs'] }
		});
	});
});

describe('by kind', () => {
	it('an ISEE counts until the end of the year in which it was issued', () => {
		const isee = { kind: 'isee', expires: null } as const;
		expect(judge({ ...isee, issued: '2026-02-10' })).toMatchObject({
			until: '2026-12-31',
			result: 'passed',
			endsSoon: true
		});
		expect(judge({ ...isee, issued: '2025-12-30' })).toMatchObject({ until: '2025-12-31', reasons: ['expired'] });
	});

	it('a certificate of residence counts for six months', () => {
		const residence = { kind: 'residence', expires: null } as const;
		expect(judge({ ...residence, issued: '2026-05-30' })).toMatchObject({ until: today, result: 'passed' });
		expect(judge({ ...residence, issued: '2026-05-29' }).reasons).toEqual(['expired']);
	});

	it('a report of disability keeps its rights after the day of its review', () => {
		const report = { kind: 'civil-disability', issued: '2020-01-01', expires: '2026-01-01' } as const;
		expect(judge(report)).toMatchObject({ result: 'inconclusive', reasons: ['review-due'] });
	});

	it('income is of a year that is over, and of the last two', () => {
		const of = (year: number | null) => judge({ kind: 'income', expires: null, year });
		expect([2024, 2025].map((year) => of(year).result)).toEqual(['passed', 'passed']);
		expect(of(2026)).toMatchObject({ result: 'failed', reasons: ['year-not-over'] });
		expect(of(2023)).toMatchObject({ result: 'inconclusive', reasons: ['year-old'] });
		expect(of(null).reasons).toEqual(['year-missing']);
	});

	it('an eviction never expires, and a paper about the home may bear any name', () => {
		expect(judge({ kind: 'eviction-enforceable', issued: '2001-01-01', expires: null })).toMatchObject({
			result: 'passed'
		});
		expect(judge({ kind: 'home-size', name: '', expires: null }).result).toBe('passed');
	});

	it('every kind has a rule', () => expect(Object.keys(kindRules).toSorted()).toEqual([...documentKinds].toSorted()));
});

describe('a name on a document', () => {
	const person = { givenName: 'Maria Nadia', familyName: 'D’Àmico Haddad' };
	it.each(['HADDAD D’AMICO MARIA NADIA', 'Maria Damico-Haddad', "nadia d'amico", 'María D`Amico Haddad'])(
		'%s can be hers',
		(written) => expect(bearsNames(written, person)).toBe(true)
	);
	it.each(['Maria', 'Haddad', 'Samir D’Amico Haddad', 'Maria Rossi', '…', 'نادية حداد'])('%s differs', (written) =>
		expect(bearsNames(written, person)).toBe(false)
	);
	it('is compared in any script', () =>
		expect(bearsNames('حداد نادية', { givenName: 'نادية', familyName: 'حداد' })).toBe(true));
});

it('months are added by the calendar', () => {
	expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
	expect(addMonths('2026-11-30', 6)).toBe('2027-05-30');
});
