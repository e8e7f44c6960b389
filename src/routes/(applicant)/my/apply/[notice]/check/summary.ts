import { listNeeds } from '$lib/domain/accessibility/needs';
import type { Answers } from '$lib/domain/application/answers';
import { m } from '$lib/paraglide/messages';
import { needName } from '$lib/ui/accessibility/need-name';
import { formatArea, formatDate, formatMoney } from '$lib/ui/format';
import { citizenshipName, evictionName, homeKindName, relationName } from '$lib/ui/household/names';
import { yesNo } from '../answer-text';
import type { Step } from '../steps';

type Line = { label: string; value: string };

const day = (since: string | null) => (since === null ? m.apply_no() : formatDate(since));

/** What was answered, a list of lines a step; no lines for a step not answered yet. */
export function summaryOf(answers: Answers, chosen: readonly { address: string }[]): { step: Step; lines: Line[] }[] {
	return [
		{ step: 'household', lines: membersOf(answers) },
		{ step: 'residence', lines: residenceOf(answers) },
		{ step: 'home', lines: homeOf(answers) },
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
}

const membersOf = ({ members = [] }: Answers): Line[] =>
	members.map(({ relation, birthDate }) => ({ label: relationName[relation](), value: formatDate(birthDate) }));

const residenceOf = ({ residence }: Answers): Line[] =>
	residence
		? [
				{ label: m.apply_municipality_since(), value: day(residence.municipalitySince) },
				{ label: m.apply_region_since(), value: day(residence.regionSince) },
				{ label: m.apply_works(), value: yesNo(residence.worksInLombardy) },
				{ label: m.apply_citizenship(), value: citizenshipName[residence.citizenship]() }
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
				{ label: m.apply_owns(), value: yesNo(saved.ownsAdequateHome) }
			]
		: [];

function incomeOf({ income }: Answers): Line[] {
	if (!income) return [];
	const assets = income.assetsCents === null ? m.notice_not_known() : formatMoney(income.assetsCents);
	const { lostPublicDwelling, unpaidArrears, squatted } = income.earlier;
	return [
		{ label: m.apply_isee(), value: formatMoney(income.iseeCents) },
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
