import { z } from 'zod';
import { needNames, type StoredHealth, type StoredNeeds } from '$lib/domain/accessibility/needs';
import { needsPlace } from '$lib/server/platform/secrets/places';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';
import { shapesOfGroup } from '$lib/server/platform/db/fact-shapes';

/** The names of the needs; until November 2026 an object of booleans. A need that this version does not know is refused. */
const needsShape = z.union([z.array(z.enum(needNames)), z.partialRecord(z.enum(needNames), z.boolean())]);

export const healthShape = z.looseObject({
	needs: needsShape,
	severeDisability: z.boolean(),
	...shapesOfGroup('circumstances')
});

export const openNeeds = sealedValue<StoredNeeds>('the needs of a household', needsShape);

const openAny = sealedValue<StoredHealth>('the health of a household', healthShape);

/** The health of a request, as it was sealed. */
export const openHealth = (request: { readonly id: string; readonly needsSealed: string }, key: Buffer): StoredHealth =>
	openAny(key, needsPlace(request.id), request.needsSealed);
