import { listNeeds } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { m } from '$lib/paraglide/messages';
import { needName } from '$lib/words/accessibility/need-name';
import { formatArea, formatDate, formatMoney } from '$lib/words/format';
import { citizenshipName, evictionName, homeKindName, iseeKindName, relationName } from '$lib/words/household-names';
import { yesNo } from '../answer-text';
import { stepsOf, type Step } from '../steps';
import { circumstancesOf } from './circumstances-summary';

type Line = { label: string; value: string };

const day = (since: string | null) => (since === null ? m.apply_no() : formatDate(since));

/** The answers, as a list of lines for each step. A step without answers has no lines. */
export function summaryOf(
	answers: Answers,
	chosen: readonly { address: string }[],
	rules: RuleSet
): { step: Step; lines: Line[] }[] {
	const cards: { step: Step; lines: Line[] }[] = [
		{ step: 'household', lines: membersOf(answers) },
		{ step: 'residence', lines: residenceOf(answers) },
		{ step: 'home', lines: homeOf(answers) },
		{ step: 'circumstances', lines: circumstancesOf(answers) },
		{ step: 'income', lines: incomeOf(answers) },
		{ step: 'needs', lines: needsOf(answers) },
		{
			step: 'dwellings',
			lines: chosen.map(({ address }, index) => ({
				label: m.apply_dwellings_place({ place: index + 1 }),
				value: address
			}))
		}
	];
	return cards.filter(({ step }) => stepsOf(rules).includes(step));
}

/** A line for a fact that may not have been asked. */
const when = <Fact>(fact: Fact | undefined, label: () => string, show: (fact: Fact) => string): Line[] =>
	fact === undefined ? [] : [{ label: label(), value: show(fact) }];

const membersOf = ({ members = [] }: Answers): Line[] =>
	members.map(({ relation, birthDate }) => ({ label: relationName[relation](), value: formatDate(birthDate) }));

const residenceOf = ({ residence }: Answers): Line[] =>
	residence
		? [
				{ label: m.apply_municipality_since(), value: day(residence.municipalitySince) },
				{ label: m.apply_region_since(), value: day(residence.regionSince) },
				{ label: m.apply_works(), value: yesNo(residence.worksInLombardy) },
				...(residence.earlierResidence ?? []).map(({ place, from, to }) => ({
					label: place === 'municipality' ? m.apply_span_earlier_municipality() : m.apply_span_earlier_region(),
					value: `${formatDate(from)} – ${formatDate(to)}`
				})),
				{ label: m.apply_citizenship(), value: citizenshipName[residence.citizenship]() },
				...when(residence.permitValidTo, m.apply_permit_valid_to, formatDate)
			]
		: [];

const homeOf = ({ home: saved }: Answers): Line[] =>
	saved
		? [
				{ label: m.apply_home_kind(), value: homeKindName[saved.home.kind]() },
				{
					label: m.apply_home_area(),
					value: saved.home.netAreaDm2 === null ? m.notice_not_known() : formatArea(saved.home.netAreaDm2)
				},
				{ label: m.apply_eviction(), value: evictionName[saved.home.eviction]() },
				{ label: m.apply_unhealthy(), value: yesNo(saved.home.unhealthy) },
				...when(saved.home.shared, m.apply_shared, yesNo),
				{ label: m.apply_owns(), value: yesNo(saved.ownsAdequateHome) }
			]
		: [];

function incomeOf({ income }: Answers): Line[] {
	if (!income) return [];
	const assets = income.assetsCents === null ? m.notice_not_known() : formatMoney(income.assetsCents);
	const { lostPublicDwelling, unpaidArrears, squatted } = income.earlier;
	return [
		{ label: m.apply_isee(), value: formatMoney(income.iseeCents) },
		...when(income.iseeKind, m.apply_isee_kind, (kind) => iseeKindName[kind]()),
		...when(income.iseeValidTo, m.apply_isee_valid_to, formatDate),
		{ label: m.apply_assets(), value: assets },
		{ label: m.apply_earlier_lost(), value: yesNo(lostPublicDwelling) },
		{ label: m.apply_earlier_arrears(), value: yesNo(unpaidArrears) },
		{ label: m.apply_earlier_squatted(), value: yesNo(squatted) }
	];
}

const needsOf = ({ needs: health }: Answers): Line[] =>
	health
		? [
				...listNeeds(health.needs).map((need) => ({ label: needName[need](), value: m.apply_yes() })),
				{ label: m.apply_severe(), value: yesNo(health.severeDisability) }
			]
		: [];
