import { m } from '$lib/paraglide/messages';
import { localizeHref } from '$lib/paraglide/runtime';

type Item = { kind: Kind; id: string | null; count: number };
type Kind = keyof typeof names;

const names = {
	'open-notice': () => m.work_open_notice(),
	'record-beacon': () => m.work_record_beacon(),
	'prepare-round': () => m.work_prepare_round(),
	'approve-round': () => m.work_approve_round(),
	'publish-round': () => m.work_publish_round(),
	'make-offers': () => m.work_make_offers(),
	'offers-open': (count: number) => m.work_offers_open({ count }),
	'next-version': () => m.work_next_version(),
	'register-contract': () => m.work_register_contract(),
	'deliver-keys': () => m.work_deliver_keys(),
	'certify-works': (count: number) => m.work_certify_works({ count }),
	'confirm-certificates': (count: number) => m.work_confirm_certificates({ count }),
	'inspect-listings': (count: number) => m.work_inspect_listings({ count })
};

const addresses: Record<Kind, (id: string) => string> = {
	'open-notice': (id) => `/staff/notices/${id}`,
	'record-beacon': (id) => `/staff/notices/${id}`,
	'prepare-round': (id) => `/staff/rounds/${id}`,
	'approve-round': (id) => `/staff/rounds/${id}`,
	'publish-round': (id) => `/staff/rounds/${id}`,
	'make-offers': (id) => `/staff/offers?notice=${id}`,
	'offers-open': (id) => `/staff/offers?notice=${id}`,
	'next-version': (id) => `/staff/rounds/${id}/chain`,
	'register-contract': (id) => `/staff/tenancies/${id}`,
	'deliver-keys': (id) => `/staff/tenancies/${id}`,
	'certify-works': () => '/staff/dwellings?state=in_works',
	'confirm-certificates': () => '/staff/certificates',
	'inspect-listings': () => '/staff/listings'
};

export const workName = ({ kind, count }: Item): string => names[kind](count);
export const workAddress = ({ kind, id }: Item): string => localizeHref(addresses[kind](id ?? ''));
