import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '$lib/domain/household/fact-parts';
import type { Told } from '$lib/domain/household/told';
import { fieldOfDoubt, householdDoubts, partsOfDoubt, stopsPart } from '$lib/domain/plausibility/household-doubts';
import { householdDoubtText } from '$lib/words/doubts/household-doubt-text';
import { allTold, everythingTold } from '../../../support/builders/told';

const today = '2026-11-22';
const you = { id: 'm1', relation: 'applicant', birthDate: '1985-05-05' } as const;
const with_ = (...others: Omit<Member, 'id'>[]): Partial<Told> => ({
	members: [you, ...others.map((one, index) => ({ ...one, id: `m${index + 2}` }))]
});
const rulesOf = (changes: Partial<Told>) => householdDoubts(allTold(changes), today).map(({ rule }) => rule);
const disabled = (changes: object) => ({
	disabilities: [{ member: 'm1', percent: 80, serious: false, attendanceAllowance: true, ...changes }]
});

it.each<[string, Partial<Told>, string[]]>([
	['nothing odd', {}, []],
	['a home of nothing', { netAreaDm2: 0 }, ['netAreaDm2-none']],
	['a home of 0.99 m2', { netAreaDm2: 99 }, ['netAreaDm2-none']],
	['a home of 1 m2', { netAreaDm2: 100 }, ['netAreaDm2-low']],
	['a home of 4.99 m2', { netAreaDm2: 499 }, ['netAreaDm2-low']],
	['a home of 5 m2', { netAreaDm2: 500 }, []],
	['a home of 240 m2', { netAreaDm2: 24_000 }, []],
	['a home of 240.01 m2', { netAreaDm2: 24_001 }, ['netAreaDm2-high']],
	['a home of 45,500 m2', { netAreaDm2: 4_550_000 }, ['netAreaDm2-over']],
	['no home, so no area', { kind: 'none', netAreaDm2: 0 }, []],
	['an ISEE without its comma', { iseeCents: 1_234_567_00 }, ['iseeCents-high']],
	['assets without their comma', { assetsCents: 2_000_000_00 }, ['assetsCents-high']],
	['residence since 1900', { municipalitySince: '1900-01-01' }, ['residence-before-anybody']],
	['residence since the birth', { ...with_(), municipalitySince: '1985-05-05', regionSince: '1985-05-05' }, []],
	['residence a day before the birth', { ...with_(), regionSince: '1985-05-04' }, ['residence-before-anybody']],
	[
		'residence when only the mother was born',
		{ ...with_({ relation: 'parent', birthDate: '1955-01-01' }), regionSince: '1980-01-01' },
		['residence-before-birth']
	],
	[
		'a period before the birth',
		{ earlierResidence: [{ place: 'region', from: '1970-01-01', to: '1999-01-01' }] },
		['residence-before-anybody']
	],
	['a permit that ended in 2020', { permitValidTo: '2020-01-01' }, ['permit-ended']],
	['a permit that ends today', { permitValidTo: today }, []],
	['a permit of ten years', { permitValidTo: '2036-11-22' }, []],
	['a permit until 2100', { permitValidTo: '2100-01-01' }, ['permit-far']],
	['an ISEE until 2099', { iseeValidTo: '2099-12-31' }, ['isee-far']],
	['an ISEE that ended', { iseeValidTo: '2025-12-31' }, ['isee-ended']],
	['an eviction of a guest', { kind: 'hosted', eviction: 'notified' }, ['eviction-without-home']],
	['an eviction without a home', { kind: 'none', eviction: 'enforceable' }, ['eviction-without-home']],
	['an eviction from a cellar', { kind: 'improper', eviction: 'enforceable' }, []],
	['an eviction carried out, and no eviction', { emergency: ['eviction-carried-out'] }, ['evicted-and-housed']],
	['an eviction carried out, now a guest', { kind: 'hosted', emergency: ['eviction-carried-out'] }, []],
	['no shelter in a rented home', { emergency: ['no-shelter'] }, ['no-shelter-and-housed']],
	['a fire, and no home', { kind: 'none', emergency: ['home-unusable'] }, []],
	['barriers for nobody', { homeHasBarriers: true }, ['barriers-for-nobody']],
	['an allowance with 80 %', disabled({}), ['allowance-below-all']],
	['an allowance with 100 %', disabled({ percent: 100 }), []],
	['an allowance without a percentage', disabled({ percent: null }), []],
	['an own home that suits, and a caravan', { ownsAdequateHome: true, kind: 'improper' }, ['owns-and-none']]
])('%s', (_, changes, expected) => {
	expect([...new Set(rulesOf(changes))]).toEqual(expected);
});

it.each<[string, Partial<Told>, string[]]>([
	[
		'an applicant of seven',
		{ members: [{ ...you, birthDate: '2019-05-05' }], regionSince: null, municipalitySince: null },
		['applicant-minor']
	],
	[
		'an applicant of 18 today',
		{ members: [{ ...you, birthDate: '2008-11-22' }], regionSince: null, municipalitySince: null },
		[]
	],
	['an applicant of 126', { members: [{ ...you, birthDate: '1900-01-01' }] }, ['age-high']],
	['a husband of three', with_({ relation: 'spouse', birthDate: '2023-01-01' }), ['spouse-minor']],
	[
		'a husband and a partner',
		with_({ relation: 'spouse', birthDate: '1980-01-01' }, { relation: 'partner', birthDate: '1981-01-01' }),
		['two-spouses']
	],
	[
		'three parents',
		with_(
			...(['1950', '1951', '1952'] as const).map((year) => ({
				relation: 'parent' as const,
				birthDate: `${year}-01-01`
			}))
		),
		['three-parents']
	],
	['a child older than its parent', with_({ relation: 'child', birthDate: '1980-01-01' }), ['child-too-old']],
	['a child born to one of 13', with_({ relation: 'child', birthDate: '1999-05-04' }), ['child-too-old']],
	['a child born to one of 14', with_({ relation: 'child', birthDate: '1999-05-05' }), []],
	['a parent younger than its child', with_({ relation: 'parent', birthDate: '1990-01-01' }), ['parent-too-young']],
	['a parent 14 years older', with_({ relation: 'parent', birthDate: '1971-05-05' }), []],
	[
		'two children of one day',
		with_({ relation: 'child', birthDate: '2015-03-03' }, { relation: 'child', birthDate: '2015-03-03' }),
		['same-person']
	],
	['a cousin of any age', with_({ relation: 'other', birthDate: '2026-11-20' }), []]
])('%s is doubted and stops nobody', (_, changes, expected) => {
	const doubts = householdDoubts(allTold(changes), today);
	expect(doubts.map(({ rule }) => rule)).toEqual(expected);
	for (const doubt of doubts) expect([doubt.level, doubt.stops]).toEqual(['ask', false]);
});

describe('a doubt', () => {
	it('that a person said to be right is asked again only when its values change', () => {
		const [doubt] = householdDoubts(allTold({ netAreaDm2: 400 }), today);
		expect(householdDoubts(allTold({ netAreaDm2: 400, sure: [doubt!.key] }), today)).toEqual([]);
		expect(householdDoubts(allTold({ netAreaDm2: 300, sure: [doubt!.key] }), today)).toHaveLength(1);
	});

	it('of what cannot be stays, whatever was said', () => {
		const [doubt] = householdDoubts(allTold({ netAreaDm2: 0 }), today);
		expect(householdDoubts(allTold({ netAreaDm2: 0, sure: [doubt!.key] }), today)).toHaveLength(1);
	});

	it('names the field, and the pages whose answers do not go together', () => {
		const of = (changes: Partial<Told>) => householdDoubts(allTold(changes), today)[0]!;
		const evicted = of({ emergency: ['eviction-carried-out'] });
		expect(partsOfDoubt(evicted)).toEqual(['circumstances', 'home']);
		expect(stopsPart(evicted, 'circumstances')).toBe(false);
		expect(householdDoubtText(evicted)).toContain('Hai uno sfratto? No');
		const early = of({ ...with_(), regionSince: '1900-01-01' });
		expect([fieldOfDoubt(early), partsOfDoubt(early), stopsPart(early, 'residence')]).toEqual([
			'regionSince',
			['residence', 'members'],
			true
		]);
		expect(fieldOfDoubt(of(with_({ relation: 'spouse', birthDate: '2023-01-01' })))).toBe('birthDate-2');
		expect(fieldOfDoubt(of({ netAreaDm2: 0 }))).toBe('netArea');
	});
});

it('whatever is told, every doubt has a sentence, a field and a key of its own', () => {
	fc.assert(
		fc.property(everythingTold, (told) => {
			const doubts = householdDoubts(told, today);
			for (const doubt of doubts) {
				expect(householdDoubtText(doubt)).not.toMatch(/undefined|Invalid|NaN/);
				expect(fieldOfDoubt(doubt)).toMatch(/^[a-zA-Z]+(-\d+)?$/);
			}
			expect(new Set(doubts.map(({ key }) => key)).size).toBe(doubts.length);
		}),
		{ numRuns: 300 }
	);
});
