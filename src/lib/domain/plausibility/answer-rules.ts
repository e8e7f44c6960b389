import { addYears } from '../calendar/deadline';
import type { Day } from '../calendar/instant';
import { wholeYears } from '../household/age';
import type { FactName } from '../household/facts';
import type { Told } from '../household/told';
import { own, rangeOf, type Found, type Level, type Rule, type Source } from './doubt';
import * as limits from './limits';

const rule = <Id extends string>(
	id: Id,
	how: {
		readonly level?: Level;
		readonly stops?: boolean;
		readonly facts: readonly FactName[];
		readonly source: Source;
	},
	find: Rule<Id, Told>['find']
) =>
	({ id, level: how.level ?? 'ask', stops: how.stops ?? true, fields: how.facts, source: how.source, find }) as const;

const when = (odd: boolean | undefined, values: Found['values'] = {}) => (odd ? [{ values }] : []);

const since = ['municipalitySince', 'regionSince'] as const;

/** The days of residence before `day`: those of today's residence, and those of each period before. */
function residenceBefore({ earlierResidence = [], ...told }: Told, day: Day, until?: Day): Found[] {
	const early = (from: Day | null | undefined): from is Day => !!from && from < day && (!until || from >= until);
	return [
		...since.flatMap((field) => (early(told[field]) ? [{ field, values: { from: told[field], birthDate: day } }] : [])),
		...earlierResidence.flatMap(({ from }, row) =>
			early(from) ? [{ field: `spanFrom-${row + 1}`, values: { from, birthDate: day } }] : []
		)
	];
}

const bornFirst = ({ members = [] }: Told): Day | undefined => members.map(({ birthDate }) => birthDate).toSorted()[0];
const bornYou = ({ members = [] }: Told) => members.find(({ relation }) => relation === 'applicant')?.birthDate;

const residence = {
	facts: [...since, 'members'] as const,
	source: own('nobody lives anywhere before the day of birth')
};
const housed = (told: Told) => told.kind === 'rented' || told.kind === 'owned';

/** Rules about answers of the request and of the check. */
export const answerRules = [
	...rangeOf('netAreaDm2', limits.homeNow.limits, limits.homeNow.source),
	...rangeOf('iseeCents', limits.isee.limits, limits.isee.source),
	...rangeOf('assetsCents', limits.assets.limits, limits.assets.source),
	// Where somebody of the household was alive, the day can be that person's.
	rule('residence-before-anybody', { ...residence, level: 'refuse' }, (told) => {
		const first = bornFirst(told);
		return first ? residenceBefore(told, first) : [];
	}),
	rule('residence-before-birth', residence, (told) => {
		const you = bornYou(told);
		return you ? residenceBefore(told, you, bornFirst(told)) : [];
	}),
	rule(
		'permit-ended',
		{ facts: ['permitValidTo', 'citizenship'], source: own('who asks has a permit in force') },
		(told, today) =>
			when(told.permitValidTo !== undefined && told.permitValidTo < today, { day: told.permitValidTo ?? '' })
	),
	rule('permit-far', { facts: ['permitValidTo'], source: limits.permitYears.source }, ({ permitValidTo }, today) =>
		when(!!permitValidTo && permitValidTo > addYears(today, limits.permitYears.value), { day: permitValidTo ?? '' })
	),
	rule('isee-far', { facts: ['iseeValidTo'], source: limits.iseeYears.source }, ({ iseeValidTo }, today) =>
		when(!!iseeValidTo && iseeValidTo > addYears(today, limits.iseeYears.value), { day: iseeValidTo ?? '' })
	),
	rule('isee-ended', { facts: ['iseeValidTo'], source: limits.iseeYears.source }, ({ iseeValidTo }, today) =>
		when(!!iseeValidTo && iseeValidTo < today, { day: iseeValidTo ?? '' })
	),
	rule(
		'eviction-without-home',
		{ facts: ['eviction', 'kind'], source: own('an eviction is from a home that one rents or owns') },
		({ kind, eviction }) =>
			when((kind === 'none' || kind === 'hosted') && !!eviction && eviction !== 'none', {
				kind: kind ?? '',
				eviction: eviction ?? ''
			})
	),
	rule(
		'evicted-and-housed',
		{ stops: false, facts: ['emergency', 'kind', 'eviction'], source: own('after an eviction one lives elsewhere') },
		(told) =>
			when(told.emergency?.includes('eviction-carried-out') && housed(told), {
				kind: told.kind ?? '',
				eviction: told.eviction ?? ''
			})
	),
	rule(
		'no-shelter-and-housed',
		{ stops: false, facts: ['emergency', 'kind'], source: own('who rents or owns a home has a shelter') },
		(told) => when(told.emergency?.includes('no-shelter') && housed(told), { kind: told.kind ?? '' })
	),
	rule(
		'barriers-for-nobody',
		{ facts: ['homeHasBarriers', 'disabilities'], source: own('the question is about a member with a disability') },
		({ homeHasBarriers, disabilities }) => when(homeHasBarriers && disabilities?.length === 0)
	),
	rule('allowance-below-all', { facts: ['disabilities'], source: limits.allowance.source }, allowanceBelowAll),
	rule(
		'owns-and-none',
		{ facts: ['ownsAdequateHome', 'kind'], source: own('who owns a home that suits the household can live there') },
		({ ownsAdequateHome, kind }) =>
			when(ownsAdequateHome && (kind === 'none' || kind === 'improper'), { kind: kind ?? '' })
	)
] as const;

function allowanceBelowAll({ disabilities = [], members = [] }: Told, today: Day): Found[] {
	return disabilities.flatMap(({ member, percent, attendanceAllowance }) => {
		const who = members.find(({ id }) => id === member);
		const grown = who && wholeYears(who.birthDate, today) >= limits.adult.value;
		if (!grown || !attendanceAllowance || percent === null || percent >= limits.allowance.value) return [];
		return [{ field: `percent-${member.slice(1)}`, values: { percent } }];
	});
}
