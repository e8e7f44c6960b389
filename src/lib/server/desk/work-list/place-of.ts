import { kindRow, type WorkKind } from './kinds';
import type { Waiting } from './waiting';

/** The address where a task is done, without the language. */
export function placeOf(kind: WorkKind, { params, search }: Pick<Waiting, 'params' | 'search'>): string {
	const path = kindRow(kind)
		.page.replace('/(staff)', '')
		.replaceAll(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(params[name]!));
	return search ? `${path}?${new URLSearchParams(search)}` : path;
}
