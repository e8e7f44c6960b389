/** Which page of a list an address asks for; the first for whatever is no number of a page. */
export const pageNumber = (url: URL, name = 'page'): number =>
	Number(/^[1-9]\d{0,5}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 1);
