import type { Home, Homes } from './homes';

/** How many certified dwellings of each operation went into the notice that is being let. */
const IN_RUNNING_NOTICE: Readonly<Record<string, number>> = {
	borgo: 3,
	emarginazione: 2,
	disabilita: 5,
	'hub-ospitalita': 1
};

/** The certified dwellings, divided between the running notice and the open one. */
export function certifiedHomes({ buildings, dwellings, certificates = [] }: Homes): {
	forRunning: Home[];
	forOpen: Home[];
} {
	const standing = certificates.filter((one) => one.confirmed_at && !one.voided_at);
	const certified = new Set(standing.map((one) => one.dwelling_id));
	const taken = new Map<string, number>();
	const homes: { forRunning: Home[]; forOpen: Home[] } = { forRunning: [], forOpen: [] };
	for (const dwelling of dwellings) {
		if (!certified.has(dwelling.id)) continue;
		const operation = dwelling.operation_id ?? '';
		const count = (taken.get(operation) ?? 0) + 1;
		taken.set(operation, count);
		const building = buildings.find(({ id }) => id === dwelling.building_id)!;
		homes[count <= (IN_RUNNING_NOTICE[operation] ?? 0) ? 'forRunning' : 'forOpen'].push({ dwelling, building });
	}
	return homes;
}
