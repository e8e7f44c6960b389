import { z } from 'zod';
import { checked } from '$lib/server/platform/db/stored';
import { unseal } from './seal';

/** Makes the opener of a sealed value of one shape: a value of another shape throws, as a column does (`stored`). */
export function sealedValue<Value>(what: string, shape: z.ZodType) {
	const check = checked<Value>(what, shape);
	return (key: Buffer, place: string, sealed: string): Value => check(unseal(key, place, sealed));
}

export const openSealedText = sealedValue<string>('a sealed text', z.string());
