import type { EmergencyGround, Eviction, HomeKind, Relation } from '$lib/domain/household/choices';
import type { AnswerRule, HouseholdDoubt, PeopleRule } from '$lib/domain/plausibility/household-doubts';
import { oldest, yearsToParent } from '$lib/domain/plausibility/limits';
import { m } from '$lib/paraglide/messages';
import { formatDate } from '../format';
import { emergencyName, evictionName, homeKindName, personText } from '../household-names';
import { areaRange, moneyRange, rangeTexts } from './range-text';

type Values = HouseholdDoubt['values'];
type Texts<Rule extends string> = Readonly<Record<Rule, (values: Values) => string>>;

const who = ({ relation, birthDate }: Values) =>
	personText({ relation: relation as Relation, birthDate: String(birthDate) });
const tooClose = (values: Values) => m.doubt_too_close({ who: who(values), years: yearsToParent.value });
const day = (text: (inputs: { day: string }) => string) => (values: Values) =>
	text({ day: formatDate(String(values['day'])) });

const ofPeople: Texts<PeopleRule> = {
	'applicant-minor': m.doubt_applicant_minor,
	'spouse-minor': (values) => m.doubt_spouse_minor({ who: who(values) }),
	'age-high': (values) => m.doubt_age_high({ who: who(values), years: oldest.value }),
	'two-spouses': ({ count }) => m.doubt_two_spouses({ count: count! }),
	'three-parents': ({ count }) => m.doubt_three_parents({ count: count! }),
	'child-too-old': tooClose,
	'parent-too-young': tooClose,
	'same-person': (values) => m.doubt_same_person({ who: who(values) })
};

const answered = (question: string, answer: string) => `${question} ${answer}`;
const home = ({ kind }: Values) => homeKindName[kind as HomeKind]();
const ground = (name: EmergencyGround) => emergencyName[name]();
const notTogether = (first: string, second: string) => m.doubt_two_answers({ first, second });

const ofAnswers: Texts<AnswerRule> = {
	...rangeTexts('netAreaDm2', areaRange),
	...rangeTexts('iseeCents', moneyRange),
	...rangeTexts('assetsCents', moneyRange),
	'residence-before-anybody': ({ from }) => m.doubt_before_anybody({ from: formatDate(String(from)) }),
	'residence-before-birth': ({ from }) => m.doubt_before_birth({ from: formatDate(String(from)) }),
	'permit-ended': day(m.doubt_permit_ended),
	'permit-far': day(m.doubt_far),
	'isee-far': day(m.doubt_far),
	'isee-ended': day(m.doubt_past),
	'eviction-without-home': (values) =>
		notTogether(answered(m.apply_eviction(), evictionName[values['eviction'] as Eviction]()), home(values)),
	'evicted-and-housed': (values) =>
		notTogether(
			ground('eviction-carried-out'),
			values['eviction'] === 'none' ? answered(m.apply_eviction(), evictionName.none()) : home(values)
		),
	'no-shelter-and-housed': (values) => notTogether(ground('no-shelter'), home(values)),
	'barriers-for-nobody': () =>
		notTogether(answered(m.apply_barriers(), m.apply_yes()), answered(m.apply_has_disability(), m.apply_no())),
	'allowance-below-all': ({ percent }) => m.doubt_allowance({ percent: percent! }),
	'owns-and-none': (values) => notTogether(answered(m.apply_owns(), m.apply_yes()), home(values))
};

const texts: Texts<PeopleRule | AnswerRule> = { ...ofPeople, ...ofAnswers };

/** The sentence of a doubt about a household, for its owner. */
export const householdDoubtText = ({ rule, values }: HouseholdDoubt): string => texts[rule](values);
