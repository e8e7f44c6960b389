import '../../support/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOfTold, toldOf } from '$lib/domain/application/answers-of-told';
import { factNames, factOf, partOf, placeOf, type FactPart } from '$lib/domain/household/facts';
import type { Told } from '$lib/domain/household/told';
import { questionsOf } from '$lib/domain/ruleset/questions';
import { readPart } from '$lib/server/requests/told/read-part';
import { toldText } from '$lib/words/told-text';
import { factWords, isOfOne } from '$lib/words/fact-words';
import { savedFields } from '../../../src/routes/(applicant)/my/apply/[notice]/saved-answers';
import { summaryOf } from '$lib/words/answers-summary';
import { readAll } from '../../../src/routes/(public)/check/read-step';
import { asksField, questionSteps } from '../../../src/routes/(public)/check/steps';
import { anyRules, everythingTold } from '../../support/builders/told';

type Fields = Record<string, string[]>;
const asked = questionsOf([anyRules]);
const parts = [...new Set(Object.values(placeOf).map(({ part }) => part))].filter((part) => part !== 'members');

/** A household that lived in Lombardy at least as long as in Milan: what a form takes. */
const tellable = everythingTold.map((told): Told => {
	const days = [told.municipalitySince, told.regionSince].filter((day) => day != null).toSorted();
	return told.municipalitySince ? { ...told, regionSince: days[0]!, municipalitySince: days.at(-1)! } : told;
});

const stored = (told: Told) =>
	JSON.parse(JSON.stringify(answersOfTold(told, anyRules))) as ReturnType<typeof answersOfTold>;

/** The fields of a page as a browser sends them. */
function fieldsOf(told: Told): Fields {
	const fields = Object.entries(savedFields(stored(told))).map(([name, value]) => [name, [value ?? []].flat()]);
	return Object.fromEntries(fields) as Fields;
}

function formOf(fields: Fields): FormData {
	const form = new FormData();
	for (const [name, values] of Object.entries(fields)) for (const value of values) form.append(name, value);
	return form;
}

const plain = (told: Told) => JSON.parse(JSON.stringify(told)) as Told;

describe('no fact is lost', () => {
	it('every fact that is told comes back from what is stored', () => {
		fc.assert(
			fc.property(everythingTold, (told) => {
				expect(Object.keys(told).toSorted()).toEqual(factNames.toSorted());
				expect(toldOf(stored(told))).toEqual(plain(told));
			})
		);
	});

	it('from the form of a request to what is stored, and back into the form', () => {
		fc.assert(
			fc.property(tellable, (told) => {
				const form = formOf(fieldsOf(told));
				let again: Told = { members: told.members };
				for (const part of parts as Exclude<FactPart, 'members'>[]) {
					const read = readPart(part, form, { needed: true, asked, members: told.members! });
					if (!read.ok) throw new Error(JSON.stringify(read.errors));
					again = { ...again, ...read.told };
				}
				expect(stored(again)).toEqual(stored(told));
				expect(fieldsOf(again)).toEqual(fieldsOf(told));
			})
		);
	});

	it('from the check to a request', () => {
		fc.assert(
			fc.property(tellable, (told) => {
				const people = told.members!.map(({ relation, birthDate }, index): Fields => ({
					[`relation-${index + 1}`]: [relation],
					[`birthDate-${index + 1}`]: [birthDate]
				}));
				const livesIn = told.municipalitySince ? 'milan' : told.regionSince ? 'lombardy' : 'elsewhere';
				const fields = Object.assign(fieldsOf(told), { livesIn: [livesIn] }, ...people) as Fields;
				// In the check a group of boxes without a tick was not answered.
				if (fields['earlier']!.length === 0) fields['earlier'] = ['none'];
				for (const field of Object.keys(fields)) {
					expect(
						questionSteps.filter((step) => asksField(step, field)),
						field
					).toHaveLength(1);
				}
				const read = readAll(fields);
				if (!read.ok) throw new Error(JSON.stringify(read));
				const members = told.members!.map((one, index) =>
					index === 0 ? { ...one, relation: 'applicant' as const } : one
				);
				expect(stored(read.told)).toEqual(stored({ ...told, members }));
			})
		);
	});

	it('the summary shows each', () => {
		fc.assert(
			fc.property(everythingTold, (told) => {
				const cards = summaryOf(stored(told), [], anyRules);
				for (const name of factNames.filter(isOfOne)) {
					const step = partOf(name);
					const lines = cards.find((card) => card.step === step)!.lines;
					const line = { label: factWords[name].label(), value: toldText(name, told[name]), fact: name };
					expect(lines).toContainEqual(line);
				}
				for (const name of ['members', 'earlierResidence'] as const) {
					const step = name === 'members' ? 'household' : 'residence';
					const lines = cards.find((card) => card.step === step)!.lines;
					expect(lines.length).toBeGreaterThanOrEqual(told[name]!.length);
				}
			}),
			{ numRuns: 50 }
		);
	});

	it('what touches health or safety is never stored with the rest', () => {
		const sealed = factNames.filter((name) => partOf(name) === 'circumstances');
		fc.assert(
			fc.property(everythingTold, (told) => {
				const { circumstances, ...open } = stored(told);
				expect(Object.keys(circumstances!).toSorted()).toEqual(sealed.toSorted());
				for (const name of sealed) expect(JSON.stringify(open)).not.toContain(`"${name}"`);
			}),
			{ numRuns: 20 }
		);
		expect(sealed.every((name) => factOf[name].asked === 'if-used')).toBe(true);
	});
});
