import { createHmac } from 'node:crypto';
import type { Home } from './homes';
import { BARRIER_FREE } from './notice-rows';

/** The set-asides of each dwelling of one list, by dwelling id. */
export type Labels = ReadonlyMap<string, readonly string[]>;

/**
 * Labels of a list before it opens (docs/domain-rules.md, round 2): the barrier-free dwellings, then `indigent` ones drawn
 * by the published stratified rule: of the N not yet labelled, sorted by size class, zone, area and id, those at
 * floor((i * N + s) / n), with s from the earlier public number (hexadecimal), so that nobody picks them.
 */
export function setAsideLabels(
	list: { readonly notice: string; readonly name: string; readonly publicNumber: string },
	dwellings: readonly Home[],
	accessible: ReadonlySet<string>,
	indigent: number
): Labels {
	const labels = new Map<string, readonly string[]>();
	for (const { dwelling } of dwellings) if (accessible.has(dwelling.id)) labels.set(dwelling.id, BARRIER_FREE);
	const free = dwellings.filter(({ dwelling }) => !labels.has(dwelling.id)).toSorted(byStratum);
	if (indigent === 0) return labels;
	const start = offset(list.publicNumber, `${list.notice}|${list.name}|indigent`, free.length);
	const wanted = Math.min(indigent, free.length);
	for (let i = 0; i < wanted; i++)
		labels.set(free[Math.floor((i * free.length + start) / wanted) % free.length]!.dwelling.id, ['indigent']);
	return labels;
}

function byStratum(a: Home, b: Home): number {
	const zone = (a.building.rent_zone ?? 0) - (b.building.rent_zone ?? 0);
	const area = (a.dwelling.net_area_dm2 ?? 0) - (b.dwelling.net_area_dm2 ?? 0);
	return sizeClass(a) - sizeClass(b) || zone || area || (a.dwelling.id < b.dwelling.id ? -1 : 1);
}

const sizeClass = ({ dwelling }: Home) => dwelling.rooms ?? 0;

function offset(publicNumber: string, text: string, count: number): number {
	const drawn = createHmac('sha256', Buffer.from(publicNumber, 'hex')).update(text).digest().readBigUInt64BE(0);
	return Number(drawn % BigInt(count));
}
