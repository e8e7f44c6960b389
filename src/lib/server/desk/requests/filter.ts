import { z } from 'zod';

/** What the staff pick requests by: what they wait for. `in`: not ended. `decide`: the office decides on a rejection. */
export const listStates = ['in', 'decide', 'rejection', 'offer', 'accepted', 'ended'] as const;
export type ListState = (typeof listStates)[number];

/** The last row of a page, after which the next one begins. `key`: the value that orders the list. */
export type Cursor = { readonly key: string; readonly id: string };

export type RequestFilter = { readonly notice?: string; readonly state?: ListState; readonly after?: Cursor };

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)~([\w-]{1,40})$/;

const query = z.object({
	notice: z.string().max(60).optional().catch(undefined),
	state: z.enum(listStates).optional().catch(undefined),
	after: z.string().regex(CURSOR).optional().catch(undefined)
});

/** The filter of the list as its address holds it: ids and states, never a name. What is not understood is left out. */
export function readRequestFilter(search: URLSearchParams): RequestFilter {
	const { notice, state, after } = query.parse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
	const [, key = '', id = ''] = CURSOR.exec(after ?? '') ?? [];
	return { ...(notice && { notice }), ...(state && { state }), ...(key && { after: { key, id } }) };
}

export const cursorText = ({ key, id }: Cursor): string => `${key}~${id}`;
