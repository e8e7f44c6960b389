import type { AskedRequest, Effects, EffectsQuestion } from '$lib/domain/rule-change/effects';
import { measureEffects } from '$lib/domain/rule-change/measure-effects';

/** A question whose requests are one JSON text: a thread gets that in a moment, and 15,000 objects one by one. */
export type WrittenQuestion = Omit<EffectsQuestion, 'requests'> & { readonly requests: string };

export function run({ requests, ...question }: WrittenQuestion): Promise<Effects> {
	return Promise.resolve(measureEffects({ ...question, requests: JSON.parse(requests) as AskedRequest[] }));
}
