import type { Answers } from '$lib/domain/application/answers';
import type { Disability } from '$lib/domain/household/sensitive-facts';
import { m } from '$lib/paraglide/messages';
import { formatDate } from '$lib/words/format';
import { emergencyName, relationName } from '$lib/words/household-names';
import { yesNo } from '../answer-text';

type Line = { label: string; value: string };

/** The answers about disabilities, barriers and emergencies. */
export function circumstancesOf({ circumstances, members = [] }: Answers): Line[] {
	if (!circumstances) return [];
	const { disabilities, homeHasBarriers, emergency } = circumstances;
	const who = (id: string) => {
		const member = members.find((one) => one.id === id);
		if (!member) return m.apply_has_disability();
		return m.apply_member_who({ relation: relationName[member.relation](), date: formatDate(member.birthDate) });
	};
	const lines = (disabilities ?? []).map((one) => ({ label: who(one.member), value: certificateText(one) }));
	if (disabilities?.length === 0) lines.push({ label: m.apply_has_disability(), value: m.apply_no() });
	if (homeHasBarriers !== undefined) lines.push({ label: m.apply_barriers(), value: yesNo(homeHasBarriers) });
	const grounds = emergency?.map((ground) => emergencyName[ground]()).join(', ');
	if (grounds !== undefined) lines.push({ label: m.apply_emergency(), value: grounds || m.apply_none_of_these() });
	return lines;
}

const certificateText = ({ percent, serious, attendanceAllowance }: Disability): string =>
	[
		percent === null ? null : `${percent} %`,
		serious ? m.apply_disability_serious() : null,
		attendanceAllowance ? m.apply_disability_allowance() : null
	]
		.filter((text) => text !== null)
		.join(', ');
