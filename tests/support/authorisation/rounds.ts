import type { Role } from '../../../src/lib/server/platform/auth/actor';
import type { OthersRecord, RouteRow } from './row';

const staff: readonly Role[] = ['officer', 'manager'];
/** The auditor may read only. */
const readers: readonly Role[] = [...staff, 'auditor'];
const applicant: readonly Role[] = ['applicant'];

/** An unanswered offer to a household other than the demo applicant's. */
const othersOffer = (forms: OthersRecord['forms'] = {}): OthersRecord => ({
	role: 'applicant',
	insert: `update applications set account_id = :stranger where id = (
		select offers.application_id from offers join applications on applications.id = offers.application_id
		where offers.released_at is null and applications.account_id is not (
			select id from accounts where email = 'richiedente@chiavi.example') and not exists (
			select 1 from offer_events where offer_events.offer_id = offers.id and event <> 'made')
		order by offers.id limit 1)
		returning (select id from offers where offers.application_id = applications.id and released_at is null) as id`,
	forms
});

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/rankings', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]/[version]', read: 'everyone' },
	{ route: '/(public)/rankings/[notice]/[version]/[file]', read: 'everyone' },
	{ route: '/(public)/verify', read: 'everyone' },
	{ route: '/(staff)/staff', read: readers },
	{ route: '/(staff)/staff/rounds', read: readers },
	{
		route: '/(staff)/staff/rounds/[notice]',
		read: readers,
		actions: { prepare: staff, approve: ['manager'], publish: staff }
	},
	{ route: '/(staff)/staff/rounds/[notice]/chain', read: readers },
	{ route: '/(staff)/staff/rounds/[notice]/what-if', read: staff, actions: { ask: staff } },
	{ route: '/(staff)/staff/rounds/[notice]/what-if/[id]', read: staff, actions: { cancel: staff } },
	{ route: '/(staff)/staff/rounds/[notice]/rejections', read: staff, actions: { notify: staff, decide: staff } },
	{ route: '/(staff)/staff/offers', read: readers },
	{ route: '/(staff)/staff/offers/answers', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/offers/wave', read: staff, actions: { send: staff } },
	{
		route: '/(staff)/staff/offers/[id]',
		read: readers,
		actions: { person: staff, slot: staff, removeSlot: staff, withdraw: staff }
	},
	{ route: '/(staff)/staff/tenancies/[id]', read: readers, actions: { person: staff, contract: staff, keys: staff } },
	{
		route: '/(applicant)/my/offers/[id]',
		read: applicant,
		actions: { book: applicant, cancel: applicant },
		others: othersOffer({ book: { slot: 'any' }, cancel: {} })
	},
	{
		route: '/(applicant)/my/offers/[id]/accept',
		read: applicant,
		actions: { default: applicant },
		others: othersOffer()
	},
	{
		route: '/(applicant)/my/offers/[id]/refuse',
		read: applicant,
		actions: { default: applicant },
		others: othersOffer({ default: { reason: 'distance' } })
	},
	{
		route: '/(applicant)/my/offers/[id]/sheet/[answer]',
		read: applicant,
		actions: { default: applicant },
		others: { ...othersOffer(), insert: `${othersOffer().insert}, 'accept' as answer` }
	},
	{
		route: '/(applicant)/my/offers/[id]/sheet/[answer]/pdf',
		read: applicant,
		others: { ...othersOffer(), insert: `${othersOffer().insert}, 'accept' as answer` }
	}
];
