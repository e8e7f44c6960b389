/** The same list, filters and all, at page `number`. */
export function pageHref(url: URL, number: number): string {
	const query = new URLSearchParams(url.searchParams);
	query.set('page', String(number));
	return `?${query}`;
}
