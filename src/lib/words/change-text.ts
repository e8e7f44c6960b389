import type { Change, ChangeKind, ChangeOutcome } from '$lib/domain/changes/change';
import { changeEffects, countingRuleOf, type ChangeEffect } from '$lib/domain/changes/when-it-counts';
import type { Member } from '$lib/domain/household/fact-parts';
import type { DeskChannel } from '$lib/domain/desk/heard';
import { m } from '$lib/paraglide/messages';
import { formatArea, formatDate, formatDateTime } from './format';
import { homeKindName, personText } from './household-names';
import { deskChannelName } from './offer-text';
import { certaintyText } from './rules/certainty-text';

export const changeName: Readonly<Record<ChangeKind, () => string>> = {
	birth: m.change_birth,
	death: m.change_death,
	separation: m.change_separation,
	move: m.change_move,
	disability: m.change_disability
};

export const movedToName = {
	same: m.change_to_same,
	region: m.change_to_region,
	elsewhere: m.change_to_elsewhere
} as const;

const outcomeName = { accepted: m.change_accepted, refused: m.change_refused } satisfies Record<
	ChangeOutcome,
	() => string
>;

type Told = {
	readonly id: string;
	readonly change: Change;
	readonly text: string;
	readonly evidence: string | null;
	readonly channel: DeskChannel | null;
	readonly toldOn: string;
	readonly at: string;
	readonly decided: null | {
		readonly outcome: ChangeOutcome;
		readonly text: string;
		readonly successor: string | null;
		readonly at: string;
	};
};

/** A change in words: what happened, how the office learned of it, what it counts for, and what was decided and why. */
export function changeText(told: Told, people: readonly Member[]) {
	const { id, change, text, evidence, at, decided } = told;
	return {
		...{ id, text, title: changeName[change.kind](), detail: detailText(change, people), how: howText(told) },
		evidence: evidence && m.change_shown_by({ evidence }),
		state: decided ? outcomeName[decided.outcome]() : m.change_waits(),
		kind: decided ? ('plain' as const) : ('due' as const),
		at: formatDateTime(at),
		effects: decided?.outcome === 'refused' ? [] : effectsText(change),
		decided: decided && {
			...{ text: decided.text, at: formatDateTime(decided.at) },
			successor: successorText(told, people)
		}
	};
}

export type ChangeShown = ReturnType<typeof changeText>;

const nameOf = (id: string, people: readonly Member[]): string => {
	const member = people.find((one) => one.id === id);
	return member ? personText(member) : '';
};

function howText({ channel, toldOn, at }: Told): string {
	const when = formatDateTime(at);
	if (!channel) return m.change_sent({ when });
	return m.change_recorded({ when, how: deskChannelName(channel), day: formatDate(toldOn) });
}

/** Who follows an applicant who died; null for every other decision. */
function successorText({ change, decided }: Told, people: readonly Member[]): string | null {
	if (change.kind !== 'death' || decided?.outcome !== 'accepted') return null;
	if (decided.successor) return m.change_successor_is({ who: nameOf(decided.successor, people) });
	const isApplicant = people.some(({ id, relation }) => id === change.member && relation === 'applicant');
	return isApplicant ? m.change_successor_none() : null;
}

function detailText(change: Change, people: readonly Member[]): string {
	const date = formatDate(change.on);
	switch (change.kind) {
		case 'birth':
			return m.change_detail_birth({ date });
		case 'death':
			return m.change_detail_death({ who: nameOf(change.member, people), date });
		case 'separation':
			return m.change_detail_separation({ who: change.members.map((id) => nameOf(id, people)).join('; '), date });
		case 'move': {
			const size = change.netAreaDm2 === null ? m.change_area_unknown() : formatArea(change.netAreaDm2);
			return m.change_detail_move({
				to: movedToName[change.to](),
				home: homeKindName[change.home](),
				area: size,
				date
			});
		}
		case 'disability':
			return m.change_detail_disability({ who: nameOf(change.member, people), date, what: recognised(change) });
	}
}

const recognised = ({ percent, serious, attendanceAllowance }: Extract<Change, { readonly kind: 'disability' }>) =>
	[
		...(percent === null ? [] : [m.change_percent({ percent })]),
		...(serious ? [m.apply_disability_serious()] : []),
		...(attendanceAllowance ? [m.apply_disability_allowance()] : [])
	].join('; ');

const effectName: Readonly<Record<ChangeEffect, Readonly<Record<'yes' | 'no', () => string>>>> = {
	points: { yes: m.change_points_yes, no: m.change_points_no },
	requirements: { yes: m.change_requirements_yes, no: m.change_requirements_no },
	size: { yes: m.change_size_yes, no: m.change_size_no }
};

/** Only people change the size of home that a household needs. */
const ofPeople: readonly ChangeKind[] = ['birth', 'death', 'separation'];

/** The effects of a change, each with the certainty of its rule and the act to check. */
function effectsText({ kind, on }: Pick<Change, 'kind' | 'on'>) {
	return changeEffects
		.filter((effect) => effect !== 'size' || ofPeople.includes(kind))
		.map((effect) => {
			const { counts, certainty, source } = countingRuleOf(kind, effect, on);
			const mark = [certaintyText(certainty), source && m.change_source({ source })].filter(Boolean).join('. ');
			return { text: effectName[effect][counts ? 'yes' : 'no'](), mark };
		});
}
