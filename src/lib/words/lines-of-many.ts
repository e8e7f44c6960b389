import type { Answers } from '$lib/domain/application/answers';
import type { Disability, Member } from '$lib/domain/household/fact-parts';
import type { FactName } from '$lib/domain/household/facts';
import { m } from '$lib/paraglide/messages';
import type { FactOfMany } from '$lib/words/fact-words';
import { formatDate } from '$lib/words/format';
import { personText, relationName } from '$lib/words/household-names';

/** `fact`: the fact that the line tells, if it is one. */
export type Line = { label: string; value: string; fact?: FactName };

/** The answers to the questions that several fields ask. */
export const linesOfMany: Readonly<Record<FactOfMany, (answers: Answers) => Line[]>> = {
	members: ({ members = [] }) =>
		members.map(({ relation, birthDate }) => ({
			label: relationName[relation](),
			value: m.apply_member_born({ date: formatDate(birthDate) })
		})),
	earlierResidence: ({ residence }) =>
		(residence?.earlierResidence ?? []).map(({ place, from, to }) => ({
			label: place === 'municipality' ? m.apply_span_earlier_municipality() : m.apply_span_earlier_region(),
			value: `${formatDate(from)} – ${formatDate(to)}`
		})),
	disabilities: ({ circumstances, members = [] }) => {
		const { disabilities = [] } = circumstances ?? {};
		if (disabilities.length === 0) return [{ label: m.apply_has_disability(), value: m.apply_no() }];
		return disabilities.map((one) => ({ label: who(one.member, members), value: certificateText(one) }));
	}
};

function who(id: string, members: readonly Member[]): string {
	const member = members.find((one) => one.id === id);
	if (!member) return m.apply_has_disability();
	return personText(member);
}

const certificateText = ({ percent, serious, attendanceAllowance }: Disability): string =>
	[
		percent === null ? null : `${percent} %`,
		serious ? m.apply_disability_serious() : null,
		attendanceAllowance ? m.apply_disability_allowance() : null
	]
		.filter((text) => text !== null)
		.join(', ');
