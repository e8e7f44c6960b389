import { z } from 'zod';
import { factNames, factOf, type FactName } from '$lib/domain/household/facts';
import type { Day } from '$lib/domain/calendar/instant';
import { checkWays, type CheckWay } from '$lib/domain/verification/finding';
import { shapeOf } from '$lib/server/platform/db/fact-shapes';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

/** What an act says. `value`: of a corrected fact. `source`: where it was looked up. `text`: a reason, a question or an answer. */
export type CheckContent = {
	readonly fact: FactName;
	readonly value?: unknown;
	readonly how?: CheckWay;
	readonly source?: string;
	/** The day to which the check refers. */
	readonly on?: Day;
	readonly text?: string;
};

const content = z.strictObject({
	fact: z.enum(factNames as [FactName, ...FactName[]]),
	value: z.unknown().optional(),
	how: z.enum(checkWays).exactOptional(),
	source: z.string().exactOptional(),
	on: z.iso.date().exactOptional(),
	text: z.string().exactOptional()
});

const shape = content.refine(
	({ fact, value }) => value === undefined || shapeOf(factOf[fact]).safeParse(value).success
);

/** Where an act is sealed; bound to its seal. */
export const contentPlace = (id: string) => `fact_checks.content_sealed:${id}`;

const open = sealedValue<CheckContent>('the check of a fact', shape);

export const openContent = (key: Buffer, id: string, sealed: string): CheckContent =>
	open(key, contentPlace(id), sealed);
