import type { Kysely } from 'kysely';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Candidate } from '$lib/domain/controls/draw-sample';
import { risksOf, stratumOf, weighedPart } from '$lib/domain/controls/risk';
import type { SamplingRule } from '$lib/domain/controls/sampling-rules';
import type { RuleSet } from '$lib/domain/ruleset/rule-set';
import { eachTurn } from '$lib/server/requests/applications/for-ranking';
import { standingsOf } from '$lib/server/requests/verification/repository';
import type { Database } from '$lib/server/schema';
import { drawnAmong } from './draws-repository';

/**
 * The requests of a notice that can be drawn, each in its group of risk: those that did not end and that no earlier sample drew. They are
 * read in turns, as for a ranking, and their health stays sealed.
 */
export async function populationOf(
	db: Kysely<Database>,
	notice: { readonly id: string; readonly rules: RuleSet },
	rule: SamplingRule
): Promise<Candidate[]> {
	const population: Candidate[] = [];
	await eachTurn(db, notice.id, async (turn) => {
		const live = turn.filter(({ row }) => row.endedAt === null);
		const ids = live.map(({ row }) => row.id);
		const drawn = await drawnAmong(db, ids);
		const standings = await standingsOf(db, ids);
		for (const { row } of live) {
			if (drawn.has(row.id)) continue;
			const request = {
				household: weighedPart(row.household),
				sentOn: dayOf(row.submittedAt),
				verified: standings.get(row.id) === 'verified'
			};
			population.push({ pseudonym: row.pseudonym, stratum: stratumOf(risksOf(request, notice.rules, rule)) });
		}
	});
	return population;
}
