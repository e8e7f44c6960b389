import type { Answers } from '$lib/domain/application/answers';
import { hundredthsAsTyped, type Saved } from './typed-values';

const yesNo = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');

// The saved answers as values of the fields, for each step.

export const savedResidence = ({ residence }: Answers): Saved => ({
	...residence,
	worksInLombardy: yesNo(residence?.worksInLombardy),
	...Object.fromEntries(
		(residence?.earlierResidence ?? []).flatMap(({ place, from, to }, index) => [
			[`spanPlace-${index + 1}`, place],
			[`spanFrom-${index + 1}`, from],
			[`spanTo-${index + 1}`, to]
		])
	),
	earlierResidence: undefined
});

export const savedHome = ({ home: saved }: Answers): Saved => ({
	kind: saved?.home.kind,
	netArea: hundredthsAsTyped(saved?.home.netAreaDm2),
	eviction: saved?.home.eviction,
	unhealthy: yesNo(saved?.home.unhealthy),
	shared: yesNo(saved?.home.shared),
	ownsAdequateHome: yesNo(saved?.ownsAdequateHome)
});

export const savedIncome = ({ income }: Answers): Saved => ({
	isee: hundredthsAsTyped(income?.iseeCents),
	iseeKind: income?.iseeKind,
	iseeValidTo: income?.iseeValidTo,
	assets: hundredthsAsTyped(income?.assetsCents),
	earlier: Object.entries(income?.earlier ?? {}).flatMap(([name, happened]) => (happened ? [name] : []))
});

export function savedCircumstances({ circumstances }: Answers): Saved {
	const { disabilities, homeHasBarriers, emergency } = circumstances ?? {};
	return {
		hasDisability: yesNo(disabilities && disabilities.length > 0),
		homeHasBarriers: yesNo(homeHasBarriers),
		emergency: emergency?.length === 0 ? ['none'] : emergency,
		...Object.fromEntries(
			(disabilities ?? []).flatMap(({ member, percent, serious, attendanceAllowance }) => [
				[`percent-${member.slice(1)}`, percent === null ? '' : String(percent)],
				[`disability-${member.slice(1)}`, [serious && 'serious', attendanceAllowance && 'allowance'].filter(Boolean)]
			])
		)
	};
}
