import { z } from 'zod';
import { citizenships } from '$lib/domain/household/household';
import { emergencyGrounds } from '$lib/domain/household/sensitive-facts';
import { consequences, refusalReasons } from '$lib/domain/offers/refusal-rules';
import { ruleSetUses, tieBreakers, type RuleSet } from '$lib/domain/ruleset/rule-set';
import { certainties } from '$lib/domain/ruleset/rule-value';

const day = z.iso.date();
const count = z.int().min(0).max(1_000);
/** Points, cents, areas and shares are integers: money and points never pass through a float. */
const hundredths = z.int().min(0).max(1_000_000_000);
const text = z.string().trim().min(1).max(300);
const sure = z.literal(true);
const category = z.string().regex(/^[a-z0-9-]{1,60}$/);

const valueOf = <Inner extends z.ZodType>(value: Inner) =>
	z
		.strictObject({
			value,
			certainty: z.enum(certainties),
			source: text,
			validFrom: day.exactOptional(),
			validTo: day.exactOptional()
		})
		.readonly();
const optional = <Inner extends z.ZodType>(value: Inner) => valueOf(value).exactOptional();
const points = z.strictObject({ points: hundredths });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(50);

const steps = z.strictObject({
	steps: list(z.strictObject({ years: count, over: z.boolean().exactOptional(), points: hundredths }))
});

const eligibility = z.strictObject({
	isee: optional(z.strictObject({ maxCents: hundredths })),
	iseeInForce: optional(sure),
	assets: optional(
		z.strictObject({
			onePersonCents: hundredths,
			baseCents: hundredths,
			perPseCents: hundredths,
			pse: list(hundredths),
			pseEachFurther: hundredths
		})
	),
	residenceOrWork: optional(sure),
	citizenship: optional(z.strictObject({ accepted: list(z.enum(citizenships)) })),
	noAdequateHome: optional(sure),
	noLostDwelling: optional(sure),
	noUnpaidArrears: optional(sure),
	noSquatting: optional(sure),
	seriousHandicap: optional(sure),
	emergency: optional(z.strictObject({ grounds: list(z.enum(emergencyGrounds)) }))
});

const scoring = z.strictObject({
	minorChildren: optional(z.strictObject({ each: hundredths, max: hundredths })),
	singleParent: optional(points),
	elderly: optional(z.strictObject({ age: count, points: hundredths })),
	severeDisability: optional(points),
	disabilityPercent: optional(
		z.strictObject({ bands: list(z.strictObject({ percent: z.int().min(1).max(100), points: hundredths })) })
	),
	attendanceAllowance: optional(points),
	eviction: optional(z.strictObject({ notified: hundredths, enforceable: hundredths })),
	noHome: optional(z.strictObject({ none: hundredths, improper: hundredths })),
	unhealthyHome: optional(points),
	sharedHome: optional(points),
	homeBarriers: optional(points),
	overcrowding: optional(z.strictObject({ underDm2: list(hundredths), points: hundredths })),
	economicHardship: optional(
		z.strictObject({ bands: list(z.strictObject({ iseeCents: hundredths, points: hundredths })) })
	),
	residenceRegion: optional(steps),
	residenceMunicipality: optional(steps),
	residenceTogether: optional(z.strictObject({ max: hundredths, addUp: z.enum(['always', 'with-fragility']) }))
});

/** A rule set as a file or the editor gives it: every value of its kind, and nothing that the portal does not know. */
export const ruleSetSchema = z
	.strictObject({
		format: z.literal('rule-set/1'),
		id: z.string().min(1).max(60),
		name: z.strictObject({ it: text, en: text }),
		use: z.enum(ruleSetUses),
		validFrom: day,
		validTo: day.nullable(),
		source: text,
		eligibility,
		scoring,
		residenceCounting: optional(z.enum(['unbroken', 'total'])),
		ties: valueOf(list(z.enum(tieBreakers))),
		adequacy: valueOf(
			z.strictObject({
				bands: list(z.strictObject({ persons: count, minDm2: hundredths, maxDm2: hundredths.nullable() })),
				onePersonUnderDm2: hundredths
			})
		),
		carersRoomCounts: valueOf(z.boolean()),
		indigent: optional(z.strictObject({ iseeMaxCents: hundredths })),
		setAsides: optional(
			list(z.strictObject({ category, share: z.int().min(0).max(10_000), rounding: z.enum(['up', 'half-up']) }))
		),
		quotas: optional(
			list(z.strictObject({ kind: z.enum(['guarantee', 'ceiling']), category, places: z.int().min(1).max(100_000) }))
		),
		refusal: optional(
			z.strictObject({
				justified: z.enum(consequences),
				unjustified: z.enum(consequences),
				expired: z.enum(consequences),
				justifiedReasons: list(z.enum(refusalReasons))
			})
		),
		procedure: optional(
			z.strictObject({ provisionalWithin: count, corrections: count, finalWithin: count, rejectionNotice: count })
		)
	})
	.readonly() satisfies z.ZodType<RuleSet>;
