import { z } from 'zod';
import { bornAs, movedTo, type Change } from '$lib/domain/changes/change';
import { homeKinds } from '$lib/domain/household/choices';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

/** A change as it was told. `evidence`: the proof of a change that an officer recorded. `documents`: ids of the household's own. */
export type ChangeContent = {
	readonly change: Change;
	readonly text: string;
	readonly evidence: string | null;
	readonly documents: readonly string[];
};

/** Why the office decided so. `successor`: the member who takes the place of an applicant who died. */
export type DecisionContent = { readonly text: string; readonly successor: string | null };

const on = z.iso.date();
const happening = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('birth'), on, relation: z.enum(bornAs) }),
	z.strictObject({ kind: z.literal('death'), on, member: z.string() }),
	z.strictObject({ kind: z.literal('separation'), on, members: z.array(z.string()) }),
	z.strictObject({
		...{ kind: z.literal('move'), on, to: z.enum(movedTo) },
		...{ home: z.enum(homeKinds), netAreaDm2: z.int().nullable() }
	}),
	z.strictObject({
		...{ kind: z.literal('disability'), on, member: z.string(), percent: z.int().nullable() },
		...{ serious: z.boolean(), attendanceAllowance: z.boolean() }
	})
]) satisfies z.ZodType<Change>;

const contentShape = z.strictObject({
	change: happening,
	text: z.string(),
	evidence: z.string().nullable(),
	documents: z.array(z.string())
});
const decisionShape = z.strictObject({ text: z.string(), successor: z.string().nullable() });

/** Where the two stand sealed; bound to their seal. */
export const changePlace = (id: string) => `household_changes.content_sealed:${id}`;
export const decisionPlace = (id: string) => `household_changes.decision_sealed:${id}`;

const content = sealedValue<ChangeContent>('a change of a household', contentShape);
const decision = sealedValue<DecisionContent>('the decision about a change', decisionShape);

export const openChange = (key: Buffer, id: string, sealed: string) => content(key, changePlace(id), sealed);
export const openDecision = (key: Buffer, id: string, sealed: string) => decision(key, decisionPlace(id), sealed);
