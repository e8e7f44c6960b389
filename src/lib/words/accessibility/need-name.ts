import type { Need } from '$lib/domain/accessibility/needs';
import { m } from '$lib/paraglide/messages';

/** A need, in the words of the form that asks for it. */
export const needName: Record<Need, () => string> = {
	wheelchairIndoors: m.need_wheelchair_indoors,
	wheelchairOutdoors: m.need_wheelchair_outdoors,
	walker: m.need_walker,
	fewSteps: m.need_few_steps,
	bathroomTransfers: m.need_bathroom_transfers,
	carersRoom: m.need_carers_room,
	lowVision: m.need_low_vision,
	hearing: m.need_hearing,
	quietHome: m.need_quiet_home,
	quietRoom: m.need_quiet_room,
	poweredAids: m.need_powered_aids,
	nearStop: m.need_near_stop,
	nearPharmacy: m.need_near_pharmacy,
	nearClinic: m.need_near_clinic,
	nearShops: m.need_near_shops,
	nearDayCare: m.need_near_day_care
};
