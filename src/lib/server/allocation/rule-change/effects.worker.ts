import type { Effects, JudgedRequests } from '$lib/domain/rule-change/effects';
import { measureEffects } from '$lib/domain/rule-change/measure-effects';

export function run(judged: JudgedRequests): Promise<Effects> {
	return Promise.resolve(measureEffects(judged));
}
