import type { Answers } from '$lib/domain/application/answers';
import { toldOf } from '$lib/domain/application/answers-of-told';
import { shownAnswers } from '$lib/domain/application/people';
import type { Disability, ResidenceSpan } from '$lib/domain/household/fact-parts';
import { fieldOf, HAPPENED } from '$lib/domain/household/fact-fields';
import { factNames, factOf, type FactName } from '$lib/domain/household/facts';
import { hundredthsAsTyped, type Saved } from './typed-values';

/** The saved answers as the fields of the pages show them; the page of the people lists them by itself. */
export function savedFields(answers: Answers): Saved {
	const told = toldOf(shownAnswers(answers));
	const happened = factNames.filter((name) => factOf[name].is.kind === 'happened' && told[name]);
	const fields = factNames.map((name) => (told[name] === undefined ? {} : fieldsOf(name, told[name])));
	return Object.assign({ [HAPPENED]: happened }, ...fields) as Saved;
}

function fieldsOf(name: FactName, value: unknown): Saved {
	switch (factOf[name].is.kind) {
		case 'yes-no':
			return { [fieldOf(name)]: yesNo(value as boolean) };
		case 'one':
		case 'day':
		case 'since':
			return { [fieldOf(name)]: value as string | null };
		case 'some':
			// An empty list is the answer that none of them applies.
			return { [fieldOf(name)]: (value as string[]).length > 0 ? (value as string[]) : ['none'] };
		case 'money':
		case 'area':
			return { [fieldOf(name)]: hundredthsAsTyped(value as number | null) };
		case 'whole':
			return { [fieldOf(name)]: String(value) };
		case 'spans':
			return spanFields(value as readonly ResidenceSpan[]);
		case 'disabilities':
			return disabilityFields(value as readonly Disability[]);
		case 'people':
		case 'happened':
			return {};
	}
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

const spanFields = (spans: readonly ResidenceSpan[]): Saved =>
	Object.fromEntries(
		spans.flatMap(({ place, from, to }, index) => [
			[`spanPlace-${index + 1}`, place],
			[`spanFrom-${index + 1}`, from],
			[`spanTo-${index + 1}`, to]
		])
	);

const disabilityFields = (disabilities: readonly Disability[]): Saved => ({
	hasDisability: yesNo(disabilities.length > 0),
	...Object.fromEntries(
		disabilities.flatMap(({ member, percent, serious, attendanceAllowance }) => [
			[`percent-${member.slice(1)}`, percent === null ? '' : String(percent)],
			[`disability-${member.slice(1)}`, [serious && 'serious', attendanceAllowance && 'allowance'].filter(Boolean)]
		])
	)
});
