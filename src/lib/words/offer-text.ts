import type { Day } from '$lib/domain/calendar/instant';
import type { DeskChannel } from '$lib/domain/desk/heard';
import type { OfferState } from '$lib/domain/offers/offer-state';
import type { Consequence, RefusalReason } from '$lib/domain/offers/refusal-rules';
import type { TenancyState } from '$lib/domain/tenancies/tenancy-state';
import { removalKinds } from '$lib/domain/dwelling/home-events';
import { m } from '$lib/paraglide/messages';
import { formatDate } from './format';
import { removalReason } from './removal-text';

const states: Record<OfferState, () => string> = {
	made: m.offer_state_made,
	accepted: m.offer_state_accepted,
	refused: m.offer_state_refused,
	expired: m.offer_state_expired,
	withdrawn: m.offer_state_withdrawn
};

const reasons: Record<RefusalReason, () => string> = {
	needs: m.offer_reason_needs,
	condition: m.offer_reason_condition,
	distance: m.offer_reason_distance,
	'other-home': m.offer_reason_other_home,
	other: m.offer_reason_other
};

const tenancies: Record<TenancyState, () => string> = {
	assigned: m.tenancy_assigned,
	contract_registered: m.tenancy_contract_registered,
	keys_delivered: m.tenancy_keys_delivered,
	ended: m.tenancy_ended
};

const consequences: Record<Consequence, () => string> = {
	'keeps-waiting': m.offer_keeps_waiting,
	'leaves-ranking': m.offer_leaves_ranking
};

const channels: Record<DeskChannel, () => string> = {
	letter: m.at_desk_channel_letter,
	phone: m.at_desk_channel_phone,
	desk: m.at_desk_channel_desk
};

export const deskChannelName = (channel: DeskChannel): string => channels[channel]();
/** How and when the office heard what it recorded for a household. */
export const heardText = ({ channel, on }: { readonly channel: DeskChannel; readonly on: Day }): string =>
	m.desk_record_heard({ channel: deskChannelName(channel), date: formatDate(on) });
export const offerStateName = (state: OfferState): string => states[state]();
export const tenancyStateName = (state: TenancyState): string => tenancies[state]();
export const consequenceName = (consequence: Consequence): string => consequences[consequence]();
/** The reason in words. A reason that staff wrote is shown as it is. */
export const refusalReasonName = (reason: string): string => {
	if (reason === 'better-offer') return m.offer_reason_better();
	const removal = removalKinds.find((kind) => reason === `home-${kind}`);
	if (removal) return removalReason(removal);
	return reason in reasons ? reasons[reason as RefusalReason]() : reason;
};
