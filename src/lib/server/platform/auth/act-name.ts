/** What a request does: `GET`, an endpoint's method, or `?/name` for a form action (`?/default` the unnamed one). */
export type ActName = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | `?/${string}`;

/** The name of the form action that a request asks for: the framework takes the first parameter that begins with a slash. */
export const actionName = (search: URLSearchParams): ActName =>
	`?/${[...search.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default'}`;
