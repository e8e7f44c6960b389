/** What an officer may do on the pages of a household while a record is open (adr 48). Whatever is not named is refused. */
const pages: Readonly<Record<string, readonly string[]>> = {
	'/(account)/account/contact': ['GET', '?/save'],
	'/(applicant)/my/discard/[notice]': ['GET', '?/default'],
	'/(applicant)/my/documents': ['GET'],
	'/(applicant)/my/documents/[id]': ['GET', '?/save'],
	'/(applicant)/my/documents/[id]/[page]': ['GET'],
	'/(applicant)/my/documents/send': ['GET', '?/default'],
	'/(applicant)/my/requests/[id]/contests': ['GET', '?/contest'],
	'/(applicant)/my/requests/[id]/receipt': ['GET'],
	'/(applicant)/my/requests/[id]/receipt/pdf': ['GET']
};

/** The form of a request: all its pages, with all their acts. */
const REQUEST_FORM = '/(applicant)/my/apply/[notice]';

/** Whether a page of the household is one that officers use at the desk. */
export const isDeskPage = (routeId: string): boolean => routeId.startsWith(REQUEST_FORM) || routeId in pages;

/** Whether an officer may do an act of a page (`GET`, `?/save`) in the place of a household. */
export const mayAtDesk = (routeId: string, act: string): boolean =>
	routeId.startsWith(REQUEST_FORM) || (pages[routeId]?.includes(act) ?? false);

/** Where a page that is the household's alone has its twin for the office; null where there is none. */
export function twinAtDesk(routeId: string, recordId: string, params: Readonly<Record<string, string | undefined>>) {
	if (routeId === '/(applicant)/my') return `/staff/desk/${recordId}`;
	return routeId === '/(applicant)/my/requests/[id]' ? `/staff/requests/${params['id']}` : null;
}
