import { dayOf } from '$lib/domain/calendar/deadline';
import type { Row } from './csv-answer';
import type { DwellingWithHistory } from './dwelling';

/** Dwellings as open data, without anything that tells one flat from its neighbour where a family may live. */
export function* openData(dwellings: Iterable<DwellingWithHistory>): Generator<Row> {
	for (const dwelling of dwellings) {
		const { building } = dwelling;
		const certified = dwelling.history.milestones.find((milestone) => milestone.event === 'certified');
		yield {
			codice: dwelling.code,
			stato: dwelling.state,
			lavori_certificati_il: certified ? dayOf(certified.at) : null,
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
