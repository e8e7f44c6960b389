import type { z } from 'zod';
import { area, count, money } from '$lib/domain/numbers/number-kinds';
import { fieldOf, HAPPENED } from '$lib/domain/household/fact-fields';
import {
	factOf,
	factsOfPart,
	isAskedWithoutHome,
	type Fact,
	type FactName,
	type FactPart
} from '$lib/domain/household/facts';
import type { Told } from '$lib/domain/household/told';
import type { Question } from '$lib/domain/ruleset/questions';
import { m } from '$lib/paraglide/messages';
import { anyDay, choice, pastDay, ticked, tickedOrNone, yesNo } from '$lib/server/platform/forms/fields';
import { optionalNumber } from '$lib/server/platform/forms/number-field';
import { readDisabilities } from './disabilities';
import { textsOf, type Read, type Reading } from './reading';
import { readLiving } from './residence';
import { readSpans } from './spans';

export type ReadPart = { ok: true; told: Told } | { ok: false; errors: Record<string, string> };

/** The facts of a part that a page told. The pages read the people, each in its own way. */
export function readPart(part: Exclude<FactPart, 'members'>, form: FormData, reading: Reading): ReadPart {
	const reads = factsOfPart(part).map((name) => readFact(name, form, reading));
	if (part === 'residence') reads.push(readLiving(merged(reads), form, reading));
	const { told, errors } = merged(reads);
	return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, told };
}

const merged = (reads: readonly Read[]) => ({
	told: Object.assign({}, ...reads.map(({ told }) => told)) as Told,
	errors: Object.assign({}, ...reads.map(({ errors }) => errors)) as Record<string, string>
});

function readFact(name: FactName, form: FormData, reading: Reading): Read {
	const fact = factOf[name];
	const asked = fact.asked === 'always' || reading.asked.includes(name as Question);
	const housed = form.get(fieldOf('kind')) !== 'none';
	const toAnswer = asked && (housed || isAskedWithoutHome(name));
	const needed = reading.needed && toAnswer && fact.answer !== 'optional';
	if (fact.is.kind === 'disabilities') return readDisabilities(form, reading.members, needed);
	if (fact.is.kind === 'spans') {
		const { spans, errors } = readSpans(form);
		return { told: spans.length > 0 ? { [name]: spans } : {}, errors: asked ? errors : {} };
	}
	const field = fieldOf(name);
	const texts = textsOf(form, field);
	const typed = texts.length > 1 ? texts : (texts[0] ?? '');
	const parsed = schemaOf(name, fact, needed).safeParse(typed, { error: () => m.form_not_read() });
	if (!parsed.success) return { told: {}, errors: { [field]: parsed.error.issues[0]!.message } };
	const value = parsed.data ?? (housed ? undefined : fact.leftOutWithoutHome);
	return { told: value === undefined ? {} : { [name]: value }, errors: {} };
}

/** Also areas that no home has: they are asked about where all answers are read together. */
const anyArea = { ...area, most: money.most };
const tooMuch = (most: number) => () => m.apply_error_whole({ most });

/** How the field of a fact is read; a blank is null or undefined. */
function schemaOf(name: FactName, { is }: Fact, needed: boolean): z.ZodType {
	const filledIn = (schema: z.ZodType, error: () => string) =>
		schema.refine((value) => !needed || (value ?? null) !== null, { error });
	switch (is.kind) {
		case 'yes-no':
			return yesNo(needed);
		case 'one':
			return choice(is.choices, needed);
		case 'some':
			return filledIn(tickedOrNone(is.choices), m.apply_error_choose);
		case 'happened':
			return happened(name, needed);
		case 'day':
			return filledIn(anyDay, m.apply_error_any_day);
		case 'since':
			return pastDay;
		case 'money':
			return filledIn(optionalNumber(money, m.apply_error_money), m.apply_error_money);
		case 'area':
			return filledIn(optionalNumber(anyArea, m.apply_error_area), m.apply_error_area);
		case 'whole':
			return filledIn(optionalNumber(count(0, is.most), tooMuch(is.most)), tooMuch(is.most));
		default:
			throw new Error(`${name} has no field of its own`);
	}
}

/** All boxes of the group stand in one field. A request takes an empty group for nothing; the check for no answer. */
function happened(name: FactName, needed: boolean): z.ZodType {
	const boxes = factsOfPart('income').filter((one) => fieldOf(one) === HAPPENED);
	const group = needed ? ticked(boxes) : tickedOrNone(boxes);
	return group.transform((those) => those?.includes(name));
}
