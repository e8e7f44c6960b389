import { z } from 'zod';
import { segmentKinds, type Route } from '$lib/domain/accessibility/route';
import type { Findings } from '$lib/domain/accessibility/survey';
import { stored } from '$lib/server/platform/db/stored';

const measure = z.number().nullable();
const route = z.array(
	z.looseObject({
		kind: z.enum(segmentKinds),
		widthMm: measure,
		slope: measure,
		steps: measure,
		heightMm: measure,
		handrail: z.boolean().nullable()
	})
);

/** The way from the street to a building, as it is stored. */
export const storedRoute = stored<Route>('a route', route);

/** The stored findings of a survey. */
export const storedFindings = stored<Findings>(
	'the findings of a survey',
	z.record(z.string(), z.union([z.number(), z.boolean(), z.null(), route]))
);
