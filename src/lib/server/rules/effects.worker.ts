import { readHealth, type StoredHealth } from '$lib/domain/accessibility/needs';
import type { AskedRequest, Effects, EffectsQuestion } from '$lib/domain/rule-change/effects';
import { measureEffects } from '$lib/domain/rule-change/measure-effects';

/** A question whose requests are one JSON text, health as it was sealed: a thread gets that in a moment, and 15,000 objects one by one. */
export type WrittenQuestion = Omit<EffectsQuestion, 'requests'> & { readonly requests: string };

export function run({ requests, ...question }: WrittenQuestion): Promise<Effects> {
	const written = JSON.parse(requests) as (Omit<AskedRequest, 'health'> & { readonly health: StoredHealth })[];
	const read = written.map((one): AskedRequest => Object.assign(one, { health: readHealth(one.health) }));
	return Promise.resolve(measureEffects({ ...question, requests: read }));
}
