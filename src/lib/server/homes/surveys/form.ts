import { z } from 'zod';
import { buildingFeatureNames, dwellingFeatureNames } from '$lib/domain/accessibility/features';
import { surveyParts } from '$lib/domain/accessibility/survey-groups';
import type { Findings } from '$lib/domain/accessibility/survey';
import { m } from '$lib/paraglide/messages';
import { field } from '$lib/server/homes/dwellings/register-form';
import type { Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import type { NewSurvey } from '$lib/server/homes/dwellings/survey-service';
import { columns } from '$lib/server/homes/dwellings/columns';
import { readJson } from '$lib/server/platform/forms/read-json';
import { readRoute } from './read-route';

const nothingKnown = { owners: [], operations: [], today: '' };

/** Each measure is read by the rules of its column in the file. */
const measures = (names: readonly string[]) =>
	Object.fromEntries(
		names.map((name) => [
			name,
			field(
				columns.find((column) => column.field === name)!,
				nothingKnown
			)
		])
	);

const json = <Value extends z.ZodType>(schema: Value) =>
	z
		.string()
		.transform((text, context) => {
			const value = readJson(text, { depth: 6, values: 2_000 });
			if (value === undefined) context.addIssue({ code: 'custom', message: m.form_not_read() });
			return value;
		})
		.pipe(schema);

const names: ReadonlySet<string> = new Set([...buildingFeatureNames, ...dwellingFeatureNames, 'route']);
const seen = json(z.record(z.string(), z.unknown())).transform(
	(values) => Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name))) as Findings
);

/** `innerDoorMm=70`: a measure that was asked about and is confirmed. */
const sure = z
	.union([z.string(), z.array(z.string())])
	.default([])
	.transform((given): Record<string, number> =>
		Object.fromEntries(
			[given].flat().flatMap((text) => {
				const [name, value] = text.split('=');
				return name && value && Number.isFinite(Number(value)) ? [[name, Number(value)]] : [];
			})
		)
	);

const day = z.iso.date({ error: () => m.register_error_date() });

/** A survey as its form gives it. An empty field was not measured, and says nothing. */
export function surveyForm(of: Surveyed) {
	const names = 'buildingId' in of ? buildingFeatureNames : dwellingFeatureNames;
	const shape = z.looseObject({
		...measures(names),
		id: z.uuid({ error: () => m.form_not_read() }),
		how: z.enum(['measured', 'declared'], { error: () => m.register_error_choose() }),
		on: z.union([z.literal(''), day]).default(''),
		surveyor: z.string().max(80, { error: () => m.register_error_long({ longest: 80 }) }),
		seen,
		sure
	});
	return shape.transform((typed, context): NewSurvey => {
		const { route, errors } = 'buildingId' in of ? readRoute(typed) : { route: undefined, errors: {} };
		for (const [path, message] of Object.entries(errors))
			context.addIssue({ code: 'custom', message, path: path.split('.') });
		const findings = findingsOf(typed as unknown as Findings, names);
		const sameRoute = JSON.stringify(route) === JSON.stringify(typed.seen['route'] ?? null);
		return {
			id: typed.id,
			of,
			how: typed.how,
			on: typed.how === 'measured' ? typed.on || null : null,
			surveyor: typed.surveyor || null,
			findings: route === undefined || sameRoute ? findings : { ...findings, route },
			seen: typed.seen,
			sure: typed.sure
		};
	});
}

const findingsOf = (values: Findings, names: readonly string[]): Findings =>
	Object.fromEntries(names.flatMap((name) => (values[name] === null ? [] : [[name, values[name]!]])));

/** A photograph as its form gives it. */
export const photographForm = z.object({
	id: z.uuid({ error: () => m.form_not_read() }),
	part: z.enum(surveyParts, { error: () => m.register_error_choose() }),
	takenOn: day,
	photo: z.instanceof(File, { error: () => m.photo_choose() }).refine(({ size }) => size > 0, {
		error: () => m.photo_choose()
	})
});
