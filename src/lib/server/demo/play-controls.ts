import type { Transaction } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import { samplingRuleOn } from '$lib/domain/controls/sampling-rules';
import { newId } from '$lib/server/ids';
import { proposeSample, readPopulation } from '$lib/server/requests/controls/sample-service';
import type { Database } from '$lib/server/schema';
import { allowed } from './play-rounds';
import type { World } from './world';

/**
 * An officer proposed a sample of the running notice for the controls of D.P.R. 445/2000 art. 71. It waits for a second person; the
 * public number that draws it comes after that, so the demo draws nothing by itself.
 */
export async function playControls(trx: Transaction<Database>, { running, cast, load }: World): Promise<void> {
	const { noticeId } = running;
	const at = load.at(-1, '12:00');
	const { shares } = samplingRuleOn(dayOf(at));
	const population = await readPopulation(trx, noticeId, cast.funzionario, at);
	const sample = { id: newId(), noticeId, shares };
	allowed(await proposeSample(trx, sample, population, cast.funzionario, at));
}
