import { z } from 'zod';
import { criteria } from '$lib/domain/scoring/criteria';
import type { CriterionId } from '$lib/domain/scoring/score';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

/** What a household says of a line. `points`: what the line was worth then, in hundredths. `documents`: ids of its own. */
export type ContestContent = {
	readonly criterion: CriterionId;
	readonly points: number;
	readonly text: string;
	readonly documents: readonly string[];
};

/** Why the office decided so. `points`: what the line is worth since, in hundredths. */
export type DecisionContent = { readonly points: number; readonly text: string };

const points = z.int();
const contentShape = z.strictObject({
	criterion: z.enum(criteria.map(({ id }) => id)),
	points,
	text: z.string(),
	documents: z.array(z.string())
});
const decisionShape = z.strictObject({ points, text: z.string() });

/** Where the two stand sealed; bound to their seal. */
export const contestPlace = (id: string) => `contests.content_sealed:${id}`;
export const decisionPlace = (id: string) => `contests.decision_sealed:${id}`;

const content = sealedValue<ContestContent>('a contest', contentShape);
const decision = sealedValue<DecisionContent>('the decision of a contest', decisionShape);

export const openContest = (key: Buffer, id: string, sealed: string) => content(key, contestPlace(id), sealed);
export const openDecision = (key: Buffer, id: string, sealed: string) => decision(key, decisionPlace(id), sealed);
