import { z } from 'zod';
import type { RoundSecrets } from '$lib/domain/publication/sealed-round';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

/** The secrets of a version, as they are sealed. */
export const openStoredSecrets = sealedValue<RoundSecrets>(
	'the secrets of a round',
	z.looseObject({
		format: z.literal('round-secrets/1'),
		round: z.string().regex(/^[0-9a-f]{64}$/),
		setAsides: z.looseObject({ secret: z.string(), labels: z.record(z.string(), z.array(z.string())) })
	})
);
