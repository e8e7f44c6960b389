import { dayOf } from '$lib/domain/calendar/deadline';
import type { MilestoneEvent } from '$lib/domain/programme/milestone';
import { proofOf } from '$lib/domain/programme/state-of';
import type { Row } from './csv-answer';
import type { DwellingWithHistory } from './dwelling';

const kinds = { certified: 'certificato', declared: 'dichiarato', demo: 'dimostrazione' };

const find = ({ history }: DwellingWithHistory, event: MilestoneEvent) =>
	history.milestones.find((milestone) => milestone.event === event);

/** Dwellings as open data, without anything that tells one flat from its neighbour where a family may live. */
export function* openData(dwellings: Iterable<DwellingWithHistory>): Generator<Row> {
	for (const dwelling of dwellings) {
		const { building } = dwelling;
		const certified = find(dwelling, 'certified');
		const declared = find(dwelling, 'declared');
		const proof = proofOf(dwelling.history);
		yield {
			codice: dwelling.code,
			stato: dwelling.state,
			// The three are never added: who counts restored homes counts each value apart.
			ripristino: proof && kinds[proof],
			lavori_certificati_il: certified ? dayOf(certified.at) : null,
			certificato: certified?.document ?? null,
			dichiarata_il: declared ? dayOf(declared.at) : null,
			dichiarata_da: declared?.source ?? null,
			operazione: dwelling.operation?.id ?? null,
			proprieta: dwelling.owner.name,
			erp: dwelling.erp,
			via: building.street,
			civico: building.streetNumber,
			comune: building.municipality,
			zona_canone: building.rentZone,
			piano: dwelling.floor,
			vani: dwelling.rooms,
			superficie_netta_m2: dwelling.netAreaDm2 === null ? null : dwelling.netAreaDm2 / 100,
			ascensore: building.lift,
			ingresso_senza_gradini: building.stepFreeEntrance,
			dati_inventati: dwelling.synthetic
		};
	}
}
