import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { householdOf } from '$lib/domain/application/answers';
import { answersOfTold, takeAnswers } from '$lib/domain/application/answers-of-told';
import { filled, type Told } from '$lib/domain/household/told';
import { allTold, toldAndLater } from '../../../support/builders/told';

const parts = (told: Told) => Object.keys(answersOfTold(told));

describe('the answers of a request that were told already', () => {
	it('are there where everything was told', () => {
		expect(parts(allTold())).toEqual(['members', 'residence', 'home', 'income']);
		expect(parts({})).toEqual([]);
	});

	it.each<[Partial<Told>, string[]]>([
		[{ members: undefined }, ['residence', 'home', 'income']],
		[{ worksInLombardy: undefined }, ['members', 'home', 'income']],
		[{ regionSince: undefined }, ['members', 'home', 'income']],
		[{ eviction: undefined }, ['members', 'residence', 'income']],
		[{ squatted: undefined }, ['members', 'residence', 'home']],
		[{ netAreaDm2: undefined, assetsCents: undefined }, ['members', 'residence', 'home', 'income']]
	])('a part half told is asked again: %j', (changes, expected) => {
		expect(parts(allTold(changes))).toEqual(expected);
	});

	it('declare the same household', () => {
		fc.assert(
			fc.property(toldAndLater, ({ later }) => {
				const household = householdOf(answersOfTold(later));
				expect(household).toEqual(filled(later).household);
			}),
			{ numRuns: 300 }
		);
	});
});

it('what was saved stays, unless the person asked to replace it', () => {
	const saved = answersOfTold(allTold({ iseeCents: 1 }));
	const given = answersOfTold(allTold({ iseeCents: 2 }));
	expect(takeAnswers({ income: saved.income }, given, false)).toEqual({ ...given, income: saved.income });
	expect(takeAnswers({ ...saved, choices: ['a'] }, given, true)).toEqual({ ...given, choices: ['a'] });
});
