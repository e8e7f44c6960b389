import type { Kysely } from 'kysely';
import { currentFindings, type Provenance, type Survey } from '$lib/domain/accessibility/survey';
import { buildingGroups, dwellingGroups } from '$lib/domain/accessibility/survey-groups';
import { dayOf } from '$lib/domain/calendar/deadline';
import type { Instant } from '$lib/domain/calendar/instant';
import type { Route } from '$lib/domain/accessibility/route';
import type { Building } from '$lib/domain/dwelling/dwelling';
import type { Database } from '$lib/server/schema';
import { codesByStage, type NoticePromises } from '$lib/server/homes/dwellings/promises';
import * as dwellings from '$lib/server/homes/dwellings/repository';
import { listSurveys } from '$lib/server/homes/dwellings/survey-repository';
import type { Surveyed } from '$lib/server/homes/dwellings/survey-rows';
import { newId } from '$lib/server/ids';
import { listPhotographs } from '$lib/server/homes/photographs/repository';

type Value = number | boolean | Route | null;

/** What the form of a survey shows; undefined when there is no such building or dwelling. */
export async function surveyPage(db: Kysely<Database>, of: Surveyed, promises: NoticePromises, now: Instant) {
	const dwelling = 'dwellingId' in of ? await dwellings.findBy(db, { id: of.dwellingId }) : undefined;
	const building = 'buildingId' in of ? await dwellings.findBuilding(db, { id: of.buildingId }) : dwelling?.building;
	const thing = 'buildingId' in of ? building : dwelling;
	if (!thing || !building) return undefined;
	const groups = 'buildingId' in of ? buildingGroups : dwellingGroups;
	const which = 'buildingId' in of ? { buildings: [of.buildingId] } : { dwellings: [of.dwellingId] };
	const surveys = [...(await listSurveys(db, which)).values()].flat();
	return {
		// The page gives the survey an id, so that it is one survey however often it is sent.
		surveyId: newId(),
		photoId: newId(),
		kind: 'buildingId' in of ? ('building' as const) : ('dwelling' as const),
		id: thing.id,
		code: thing.code,
		unit: dwelling?.unit ?? null,
		building: placeOf(building),
		synthetic: thing.synthetic,
		groups,
		known: knownOf(groups, thing),
		route: 'buildingId' in of ? building.route : null,
		provenance: provenanceOf(surveys),
		promised: codesByStage(await promises.list(db, which)).promised,
		photographs: await listPhotographs(db, of),
		today: dayOf(now)
	};
}

const placeOf = ({ id, code, street, streetNumber, municipality }: Building) => {
	return { id, code, street, streetNumber, municipality };
};

/** The known value of each feature that the form asks about. */
function knownOf(groups: readonly { readonly features: readonly string[] }[], thing: object) {
	const values = thing as Record<string, Value>;
	const names = groups.flatMap(({ features }) => features);
	return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

function provenanceOf(surveys: readonly Survey[]): Record<string, Provenance> {
	const current = [...currentFindings(surveys)];
	return Object.fromEntries(current.map(([name, { how, on, surveyor }]) => [name, { how, on, surveyor }]));
}
