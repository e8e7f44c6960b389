import { z } from 'zod';
import { certainties } from '$lib/domain/programme/observation';

const inBoth = z.strictObject({ it: z.string(), en: z.string() });
const certainty = z.enum(certainties);
/** A year, a month or a day. */
const asOf = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
/** Euro with two decimals, as text, so that no cent passes through a fraction. */
const euro = z.string().regex(/^\d+\.\d{2}$/);

const observation = z.strictObject({
	what: z.string(),
	value: z.union([euro, z.int().min(0)]),
	rounded: z.literal(true).optional(),
	asOf: asOf.nullable(),
	source: z.string(),
	certainty,
	note: inBoth.optional()
});
export type PublishedObservation = z.infer<typeof observation>;

const line = z.strictObject({
	id: z.string(),
	code: z.string().nullable(),
	codeSource: z.string().nullable(),
	codeNote: inBoth.optional(),
	codeNoteSource: z.string().optional(),
	axis: z.int(),
	fund: z.string(),
	kind: z.enum(['services', 'works', 'grants']),
	title: z.string(),
	subtitle: z.string().optional(),
	from: z.iso.date().nullable(),
	to: z.iso.date().nullable(),
	status: z.enum(['completed', 'notStarted']).optional(),
	statusNote: inBoth.optional(),
	cup: z.array(z.string()).optional(),
	observations: z.array(observation)
});
export type PublishedLine = z.infer<typeof line>;

const place = z.strictObject({
	it: z.string(),
	area: z.string().optional(),
	municipio: z.int().nullable().optional(),
	dwellings: z.int().nullable().optional(),
	source: z.string(),
	certainty,
	note: inBoth.optional(),
	observations: z.array(observation).optional()
});

const operation = z.strictObject({
	id: z.string(),
	it: z.string(),
	lines: z.array(line),
	related: z
		.array(z.strictObject({ code: z.string(), axis: z.int(), title: z.string(), observations: z.array(observation) }))
		.default([]),
	totals: z.array(observation).default([]),
	places: z.array(place),
	timeline: z.array(inBoth.extend({ date: asOf, source: z.string(), certainty })),
	partners: z.array(z.strictObject({ name: z.string(), role: inBoth, source: z.string() })),
	facts: z.array(inBoth.extend({ asOf: asOf.nullable(), source: z.string(), certainty })),
	unknown: z.array(inBoth),
	// Nobody was found among those who were selected.
	awards: z.array(z.never()).optional()
});
export type PublishedOperation = z.infer<typeof operation>;

const indicator = z.strictObject({
	code: z.string(),
	codeCertainty: z.enum(['inferred', 'ours']),
	fund: z.string(),
	axis: z.int(),
	it: z.string(),
	en: z.string(),
	unit: z.string(),
	target2018: z.int().nullable(),
	target2023: z.int().nullable(),
	source: z.string(),
	certainty,
	achieved: z.array(observation),
	composition: inBoth.extend({ perOperation: z.array(z.unknown()) }).optional()
});
export type PublishedIndicator = z.infer<typeof indicator>;

const source = z.strictObject({
	title: z.string(),
	publisher: z.string(),
	url: z.url().nullable(),
	date: asOf.nullable(),
	kind: z.enum(['published', 'press']),
	note: inBoth.optional()
});

const named = z.strictObject({ it: z.string(), source: z.string(), certainty, note: inBoth.optional() });

const programme = z.strictObject({
	id: z.string(),
	name: z.string(),
	cci: z.string(),
	cciSource: z.string(),
	decision: z.string(),
	decisionDate: z.iso.date(),
	eligibleUntil: z.iso.date(),
	eligibleUntilSource: z.string(),
	eligibleUntilNote: inBoth,
	resources: z.array(observation),
	resourcesByAxis: z.array(
		z.strictObject({ axis: z.int(), value: z.null(), asOf: z.null(), source: z.null(), note: inBoth })
	),
	allCities: z.array(observation),
	planVersions: z.array(z.string())
});

/**
 * The published facts of the programme. A key that this schema does not name is refused, so that no fact of the file is
 * dropped without being noticed.
 */
export const publishedFacts = z.strictObject({
	about: z.object({ updated: z.iso.date(), what: z.record(z.string(), inBoth) }),
	programme,
	indicators: z.array(indicator),
	operations: z.array(operation),
	unassigned: z.array(named.extend({ id: z.string(), axis: z.int() })),
	funding: z.strictObject({ sources: z.array(named), note: inBoth }),
	strategy: z.array(z.string()),
	sources: z.record(z.string(), source)
});
export type PublishedFacts = z.infer<typeof publishedFacts>;
