import { z } from 'zod';
import { groundKinds } from '$lib/domain/ruleset/ground-kind';
import type { Kind, Members } from '$lib/domain/ruleset/kinds';
import { otherRules } from '$lib/domain/ruleset/other-rules';
import { ruleKinds } from '$lib/domain/ruleset/rule-kinds';
import { ruleSetUses, type RuleSet } from '$lib/domain/ruleset/rule-set';
import { certainties } from '$lib/domain/ruleset/rule-value';

const day = z.iso.date();
const text = z.string().trim().min(1).max(300);
const word = z.string().regex(/^[a-z0-9-]{1,60}$/);
const LONGEST_LIST = 50;

/** The values of a kind that a file or the editor may give; nothing that the portal does not know. */
function schemaOf(kind: Kind): z.ZodType {
	const schema = bare(kind);
	if (kind.empty === 'null') return schema.nullable();
	return kind.empty === 'absent' ? schema.exactOptional() : schema;
}

function bare(kind: Kind): z.ZodType {
	switch (kind.kind) {
		case 'hundredths':
			return z.int().min(0).max(kind.most);
		case 'whole':
			return z.int().min(kind.least).max(kind.most);
		case 'text':
			return text;
		case 'date':
			return day;
		case 'choice':
			return kind.free ? word : z.enum(kind.choices);
		case 'choices':
			return z.array(z.enum(kind.choices)).max(LONGEST_LIST);
		case 'yes-no':
			return z.boolean();
		case 'sure':
			return z.literal(true);
		case 'list':
			return z.array(schemaOf(kind.of)).max(LONGEST_LIST);
		case 'group':
			return z.strictObject(shapeOf(kind.members, schemaOf));
	}
}

const shapeOf = (kinds: Members, schema: (kind: Kind, name: string) => z.ZodType) =>
	Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, schema(kind, name)]));

const ruleOf = (kind: Kind) =>
	z
		.strictObject({
			value: schemaOf(kind),
			certainty: z.enum(certainties),
			source: text,
			validFrom: day.exactOptional(),
			validTo: day.exactOptional(),
			ground: z.enum(groundKinds).exactOptional()
		})
		.readonly();
const optionalRules = (kinds: Members) => z.strictObject(shapeOf(kinds, (kind) => ruleOf(kind).exactOptional()));
const isNeeded = (name: string) => Object.entries(otherRules).some(([other, { needed }]) => other === name && needed);

/**
 * A rule set as a file or the editor gives it: every value of its kind. The kinds stand beside the types that follow from
 * them, so what passes is a `RuleSet`: a test compares the two.
 */
export const ruleSetSchema = z
	.strictObject({
		format: z.literal('rule-set/1'),
		id: z.string().min(1).max(60),
		name: z.strictObject({ it: text, en: text }),
		use: z.enum(ruleSetUses),
		validFrom: day,
		validTo: day.nullable(),
		source: text,
		eligibility: optionalRules(ruleKinds.eligibility),
		scoring: optionalRules(ruleKinds.scoring),
		...shapeOf(ruleKinds.others, (kind, name) => (isNeeded(name) ? ruleOf(kind) : ruleOf(kind).exactOptional()))
	})
	.readonly() as unknown as z.ZodType<RuleSet>;
