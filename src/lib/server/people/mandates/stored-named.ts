import { z } from 'zod';
import { seal } from '$lib/server/platform/secrets/seal';
import { sealedValue } from '$lib/server/platform/secrets/sealed-value';

/** Whom a helper means by a proposal: what they typed. `email`: null for a person who has none. */
export type Named = { readonly name: string; readonly email: string | null };

const placeOf = (id: string) => `mandates.named_sealed:${id}`;
const open = sealedValue<Named>('whom a mandate names', z.object({ name: z.string(), email: z.string().nullable() }));

export const sealNamed = (key: Buffer, id: string, named: Named): string => seal(key, placeOf(id), named);
export const openNamed = (key: Buffer, id: string, sealed: string): Named => open(key, placeOf(id), sealed);
