import type { OrganisationsTable } from '$lib/server/platform/organisations/table';
import type { LoadDay } from './day';
import type { Random } from './random';

export type Organisations = { readonly [key in 'agency' | 'comune' | 'aler' | 'thirdSector']: OrganisationsTable };

export function organisations(random: Random, { at }: LoadDay): Organisations {
	const created = at(-400);
	const one = (kind: OrganisationsTable['kind'], name: string) => ({
		id: random.id(created),
		kind,
		name,
		created_at: created
	});
	return {
		agency: one('agency', 'Agenzia Sociale per la Locazione Metropolitana'),
		comune: one('owner', 'Comune di Milano'),
		aler: one('owner', 'ALER Milano'),
		thirdSector: one('third_sector', 'Porta Aperta (associazione inventata)')
	};
}
