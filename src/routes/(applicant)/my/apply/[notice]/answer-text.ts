import type { Need } from '$lib/domain/accessibility/needs';
import { m } from '$lib/paraglide/messages';

export { optionsOf } from '$lib/ui/household/names';

export const needName: Record<Need, () => string> = {
	wheelchairIndoors: m.apply_need_wheelchair_indoors,
	fewSteps: m.apply_need_few_steps,
	walker: m.apply_need_walker,
	bathroomTransfers: m.apply_need_bathroom_transfers,
	carersRoom: m.apply_need_carers_room,
	lowVision: m.apply_need_low_vision,
	hearing: m.apply_need_hearing,
	quietHome: m.apply_need_quiet_home
};

export const yesNo = (value: boolean) => (value ? m.apply_yes() : m.apply_no());
