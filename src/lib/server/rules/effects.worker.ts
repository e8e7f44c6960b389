import type { Effects, EffectsQuestion } from '$lib/domain/rule-change/effects';
import { measureEffects } from '$lib/domain/rule-change/measure-effects';

export function run(question: EffectsQuestion): Promise<Effects> {
	return Promise.resolve(measureEffects(question));
}
