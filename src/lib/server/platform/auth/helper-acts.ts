import type { Act, Procedure } from '$lib/domain/mandates/acts';

/** The procedure and the act that a mandate has to cover. */
export type Covered = { readonly procedure: Procedure; readonly act: Act };

const request = (act: Act): Covered => ({ procedure: 'request', act });
const offer = (act: Act): Covered => ({ procedure: 'offer', act });

/** A page of the form: reading it, and each of its actions. */
const step = (...actions: readonly string[]) => ({
	GET: request('read'),
	...Object.fromEntries(actions.map((action) => [`?/${action}`, request('write')]))
});
const reads = { GET: request('read') };

/**
 * The pages of a person on which a helper works in the person's place, and what the mandate has to cover for reading and for
 * each action. A page or an action that has no row is closed to helpers.
 */
const pages: Readonly<Record<string, Readonly<Record<string, Covered>>>> = {
	'/apply/[notice]': reads,
	'/apply/[notice]/household': step('add', 'change', 'remove', 'next'),
	'/apply/[notice]/names': step('default'),
	'/apply/[notice]/residence': step('default'),
	'/apply/[notice]/home': step('default'),
	'/apply/[notice]/circumstances': step('default'),
	'/apply/[notice]/income': step('default'),
	'/apply/[notice]/needs': step('default'),
	'/apply/[notice]/dwellings': step('default'),
	// It confirms doubtful answers too; the service refuses to send without the person's own yes.
	'/apply/[notice]/check': step('default'),
	'/sign/[notice]': { ...reads, '?/default': request('send') },
	'/sign/[notice]/pdf': reads,
	'/reuse/[notice]': step('default'),
	'/discard/[notice]': step('default'),
	'/documents': reads,
	'/documents/send': { ...reads, '?/default': request('upload') },
	'/documents/[id]': { ...reads, '?/save': request('upload') },
	'/documents/[id]/[page]': reads,
	'/requests/[id]': { ...reads, '?/amend': request('write') },
	'/requests/[id]/withdraw': { ...reads, '?/default': request('withdraw') },
	'/requests/[id]/withdraw/sheet': { ...reads, '?/default': request('withdraw') },
	'/requests/[id]/withdraw/sheet/pdf': reads,
	'/requests/[id]/receipt': reads,
	'/requests/[id]/receipt/pdf': reads,
	'/requests/[id]/pdf': reads,
	'/requests/[id]/check': { ...reads, '?/answer': request('reply') },
	'/requests/[id]/rejection': { ...reads, '?/answer': request('reply') },
	'/offers/[id]': { GET: offer('read'), '?/book': offer('book-viewing'), '?/cancel': offer('book-viewing') },
	'/offers/[id]/accept': { GET: offer('read'), '?/default': offer('answer-offer') },
	'/offers/[id]/refuse': { GET: offer('read'), '?/default': offer('answer-offer') },
	'/offers/[id]/sheet/[answer]': { GET: offer('read'), '?/default': offer('answer-offer') },
	'/offers/[id]/sheet/[answer]/pdf': { GET: offer('read') }
};

/** The address of a person's pages in the table of routes. */
const MY = '/(applicant)/my';

/** What a mandate has to cover for `act` (`GET`, or `?/name` for an action); null where no helper does it. */
export const coveredBy = (routeId: string, act: string): Covered | null =>
	(routeId.startsWith(MY) && pages[routeId.slice(MY.length)]?.[act]) || null;
