import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measuredLengths } from '$lib/domain/matching/listing-measures';
import { factOf, factsOfPart, type FactPart } from '$lib/domain/household/facts';
import { fieldOf } from '$lib/domain/household/fact-fields';
import { works } from '$lib/domain/accessibility/works';
import { m } from '$lib/paraglide/messages';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { questionForm } from '$lib/server/allocation/what-if/question';
import { columns } from '$lib/server/homes/dwellings/columns';
import { readFilter } from '$lib/server/homes/dwellings/filter-form';
import { field } from '$lib/server/homes/dwellings/register-form';
import { readRoute } from '$lib/server/homes/surveys/read-route';
import { workCostsForm } from '$lib/server/homes/work-costs/form';
import { homeSearchForm } from '$lib/server/letting/home-searches/form';
import { accessForm } from '$lib/server/letting/listings/forms/access-form';
import { flatForm } from '$lib/server/letting/listings/forms/flat-form';
import { rentForm } from '$lib/server/letting/listings/forms/rent-form';
import { rentStepForm } from '$lib/server/letting/listings/forms/rent-step-form';
import { inspectionForm } from '$lib/server/letting/listings/forms/staff-forms';
import { readWaveChoice } from '$lib/server/letting/offers/wave-form';
import { readEdited } from '$lib/server/notices/rules/read-edited';
import { readRules } from '$lib/server/notices/rules/read-rules';
import { changeForm } from '$lib/server/requests/changes/change-form';
import { readPart } from '$lib/server/requests/told/read-part';
import { typedFindings } from '$lib/ui/survey/typed-findings';
import { draftForm } from '../../../../../src/routes/(staff)/staff/notices/draft-form';
import { proposeForm } from '../../../../../src/routes/(staff)/staff/notices/[id]/controls/propose-form';

const fullWidth = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const known = { owners: [], operations: [], today: '2026-11-29' };
const formOf = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	return form;
};
const reading = { needed: false, asked: [], members: [{ id: 'm1' }] };
const parts = ['residence', 'home', 'circumstances', 'income'] as const;
const numericFacts = (part: FactPart) =>
	factsOfPart(part).filter((name) => ['money', 'area', 'whole'].includes(factOf[name].is.kind));
const aChange = {
	...{ id: '00000000-0000-4000-8000-000000000000', act: 'disability', certified: 'm1' },
	...{ happenedOn: '2026-11-20', text: 'Nuovo verbale.' }
};
const today = { availableFrom: '2026-12-01', on: '2026-11-29', note: 'vista' };

const numericColumns = columns.filter((column) => typeof field(column, known).safeParse('3').data === 'number');

/** Each form with `write(n)` in all of its numeric fields, as read. */
const forms: Record<string, (write: (number: number) => string) => unknown> = {
	request: (write) =>
		parts.map((part) => {
			const typed = Object.fromEntries(numericFacts(part).map((name) => [fieldOf(name), write(3)]));
			return readPart(part, formOf(typed), reading);
		}),
	change: (write) => changeForm.safeParse({ ...aChange, percent: write(75) }).data,
	disabilities: (write) => readPart('circumstances', formOf({ hasDisability: 'yes', 'percent-1': write(75) }), reading),
	'sample to check': (write) =>
		proposeForm.parse({ id: aChange.id, ordinary: write(3), raised: write(10), high: write(20) }),
	register: (write) => numericColumns.map((column) => field(column, known).safeParse(write(3)).data),
	route: (write) =>
		readRoute({
			pieces: 'yes',
			'route.0.kind': 'path',
			...Object.fromEntries(['widthMm', 'slope', 'steps', 'heightMm'].map((part) => [`route.0.${part}`, write(12)]))
		}),
	survey: (write) => typedFindings({ innerDoorMm: write(75), 'route.0.kind': 'path', 'route.0.slope': write(3) }),
	'work costs': (write) =>
		workCostsForm.parse(
			Object.fromEntries(works.flatMap((work) => ['min', 'max'].map((end) => [`${work}-${end}`, write(1500)])))
		),
	'home search': (write) =>
		homeSearchForm.parse({ people: write(3), isee: write(16_000), income: write(12_000), neededBy: '' }),
	flat: (write) =>
		flatForm.parse({ area: write(60), netArea: write(52), rooms: write(3), floor: write(2), energyClass: '' }),
	access: (write) => accessForm.parse(Object.fromEntries(measuredLengths.map((name) => [name, write(80)]))),
	'rent of a listing': (write) => rentStepForm.parse({ years: write(3), rent: write(480), ...today }),
	inspection: (write) =>
		inspectionForm.parse({
			...today,
			netArea: write(52),
			...Object.fromEntries(measuredLengths.map((name) => [name, write(80)]))
		}),
	'rent calculator': (write) => rentForm.parse({ zone: write(3), area: write(60), years: write(3) }),
	'what if': (write) => [
		questionForm.parse({ kind: 'share', shareOf: 'police', sharePercent: write(20), dropOutPercent: write(5) }),
		questionForm.parse({ kind: 'choices', most: write(10), dropOutPercent: write(5) })
	],
	notice: (write) =>
		draftForm.pick({ maxChoices: true, offerDays: true, drandRound: true }).parse({
			maxChoices: write(10),
			offerDays: write(7),
			drandRound: write(123_456)
		}),
	'offers of a wave': (write) => readWaveChoice(new URLSearchParams({ first: write(40) })),
	'filters of homes': (write) => readFilter(new URLSearchParams({ rent: write(600), area: write(50) })),
	rules: (write) => readEdited(formOf({ 'in.scoring.eviction': 'on', 'scoring.eviction.value.notified': write(12) }))
};

/** The files that show numeric fields, and the form that reads them. */
const shownIn: Record<string, readonly (keyof typeof forms)[]> = {
	'src/lib/ui/DwellingFilters.svelte': ['filters of homes'],
	'src/lib/ui/household/ChangeFields.svelte': ['change'],
	'src/lib/ui/household/DisabilityFields.svelte': ['disabilities'],
	'src/lib/ui/household/FactField.svelte': ['request'],
	'src/lib/ui/survey/MeasureField.svelte': ['register', 'survey'],
	'src/lib/ui/survey/RouteFields.svelte': ['route'],
	'src/lib/ui/listings/MeasureFields.svelte': ['access', 'inspection'],
	'src/routes/(staff)/staff/work-costs/+page.svelte': ['work costs'],
	'src/routes/(staff)/staff/rules/[id]/EditorFields.svelte': ['rules'],
	'src/routes/(staff)/staff/rounds/[notice]/what-if/Changes.svelte': ['what if'],
	'src/routes/(staff)/staff/rounds/[notice]/what-if/+page.svelte': ['what if'],
	'src/routes/(staff)/staff/listings/[id]/+page.svelte': ['inspection'],
	'src/routes/(staff)/staff/notices/DraftFields.svelte': ['notice'],
	'src/routes/(staff)/staff/notices/[id]/controls/+page.svelte': ['sample to check'],
	'src/routes/(staff)/staff/offers/wave/+page.svelte': ['offers of a wave'],
	'src/routes/(landlord)/landlord/listings/[id]/flat/+page.svelte': ['flat'],
	'src/routes/(landlord)/landlord/listings/[id]/rent/+page.svelte': ['rent of a listing'],
	'src/routes/(applicant)/my/home-search/AskForm.svelte': ['home search'],
	'src/routes/(public)/rent/+page.svelte': ['rent calculator']
};
/** Codes are no numbers; samples are read by nobody. */
const noNumbers = [
	'src/lib/ui/MoneyField.svelte',
	'src/lib/ui/TextField.svelte',
	'src/routes/(account)/account/second-factor/+page.svelte',
	'src/routes/(public)/login/second-factor/+page.svelte',
	// A code of six digits, which is compared and never counted with.
	'src/routes/(applicant)/my/WithYes.svelte',
	'src/routes/(caseworker)/desk/mandates/[id]/Confirm.svelte',
	'src/routes/(public)/demo/components/[part]/parts/Fields.svelte'
];
/** Numbers that no person types: of a page in an address, of a version in a hidden field, of a choice in a list. */
const machines = [
	'src/lib/server/platform/forms/fields.ts',
	'src/lib/server/homes/dwellings/filter-form.ts',
	'src/routes/(audit)/audit/+page.server.ts',

	'src/routes/(admin)/admin/+page.server.ts',
	'src/routes/(public)/demo/+page.server.ts'
];

const filesWith = (name: RegExp, sign: RegExp) =>
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((file) => `src/${file}`)
		.filter((file) => name.test(file) && sign.test(readFileSync(file, 'utf8')));

describe('every numeric field goes through the one reader', () => {
	it.each(Object.entries(forms))('%s', (_, read) => {
		const plain = read(String);
		expect(read((number) => fullWidth(String(number)))).toEqual(plain);
		expect(read((number) => `\u200e${number}.0\u00a0`)).toEqual(plain);
		expect(JSON.stringify(plain)).toMatch(/\d/);
	});

	it('on every page that shows one', () => {
		const shown = filesWith(/\.svelte$/, /inputmode=\{?["']?(numeric|decimal)|inputmode=\{|<MoneyField/);
		expect(shown.filter((file) => !noNumbers.includes(file)).toSorted()).toEqual(Object.keys(shownIn).toSorted());
		for (const names of Object.values(shownIn)) for (const name of names) expect(forms).toHaveProperty([name]);
	});

	it('and no form reads numbers in another way', () => {
		const sign = /z\.coerce|transform\(Number\)|parseFloat\(/;
		const own = filesWith(/^src\/(lib\/(server|ui)|routes)\/.*\.(ts|svelte)$/, sign);
		expect(own.filter((file) => !machines.includes(file))).toEqual([]);
	});
});

describe('a number with two meanings is asked about with both', () => {
	it('on an Italian and on an English page', () => {
		const rentOn = (locale: 'it' | 'en', rent: string) => {
			overwriteGetLocale(() => locale);
			try {
				return rentStepForm.safeParse({ years: '3', rent, ...today });
			} finally {
				overwriteGetLocale(() => 'it');
			}
		};
		const asked = rentOn('it', '1,250').error?.issues[0];
		expect(asked).toMatchObject({
			path: ['rent'],
			message: m.number_two_meanings({ typed: '1,250', first: '1,25', second: '1250' })
		});
		expect(rentOn('en', '1.250').error?.issues[0]?.message).toBe(
			m.number_two_meanings({ typed: '1.250', first: '1.25', second: '1250' }, { locale: 'en' })
		);
		expect(rentOn('en', '1,250').data).toMatchObject({ rentCents: 1250_00 });
		expect(rentOn('it', '1.250').data).toMatchObject({ rentCents: 1250_00 });
	});

	it('in the editor of rules, where what was typed stays', () => {
		const edited = readEdited(formOf({ 'in.scoring.eviction': 'on', 'scoring.eviction.value.notified': '1,250' }));
		const read = readRules(edited);
		expect(read.ok ? {} : read.errors).toMatchObject({
			'scoring.eviction.value.notified': m.number_two_meanings({ typed: '1,250', first: '1,25', second: '1250' })
		});
	});
});

it('a threshold of nought is step-free, other lengths of nought are none', () => {
	expect(accessForm.parse({ thresholdMm: '0' }).measures.thresholdMm).toBe(0);
	expect(inspectionForm.parse({ ...today, netArea: '52', thresholdMm: '0' }).measures.thresholdMm).toBe(0);
	expect(accessForm.safeParse({ entranceDoorMm: '0' }).success).toBe(false);
});
