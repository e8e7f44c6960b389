import type { RouteRow } from './row';

const staff = ['officer', 'manager'] as const;
/** The auditor may read only. */
const readers = [...staff, 'auditor'] as const;

export const rows: readonly RouteRow[] = [
	{ route: '/(public)/programme', read: 'everyone' },
	{ route: '/(public)/programme/dwellings', read: 'everyone' },
	{ route: '/(public)/programme/operations/[id]', read: 'everyone' },
	{ route: '/(public)/dwellings', read: 'everyone', actions: { fit: 'everyone' } },
	{ route: '/(public)/dwellings/[code]', read: 'everyone', actions: { fit: 'everyone' } },
	{ route: '/(staff)/staff/dwellings', read: readers },
	{ route: '/(staff)/staff/dwellings/export', read: readers },
	{
		route: '/(staff)/staff/dwellings/[id]',
		read: readers,
		actions: { record: staff, remove: staff, confirmRemoval: staff, dismissRemoval: staff, endRemoval: staff }
	},
	{
		route: '/(staff)/staff/dwellings/[id]/certificate',
		read: readers,
		actions: { propose: staff, confirm: staff, refuse: staff, proposeVoid: staff, void: staff, keep: staff }
	},
	{ route: '/(staff)/staff/certificates', read: readers },
	{ route: '/(staff)/staff/dwellings/new', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/buildings/new', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/dwellings/[id]/edit', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/buildings/[id]/edit', read: staff, actions: { default: staff } },
	{
		route: '/(staff)/staff/dwellings/[id]/survey',
		read: staff,
		actions: { survey: staff, photo: staff, erase: staff }
	},
	{
		route: '/(staff)/staff/buildings/[id]/survey',
		read: staff,
		actions: { survey: staff, piece: staff, photo: staff, erase: staff }
	},
	{ route: '/(staff)/staff/photographs/[id]', read: staff },
	{ route: '/(staff)/staff/surveys', read: staff },
	{ route: '/(staff)/staff/work-costs', read: staff, actions: { default: staff } },
	{ route: '/(staff)/staff/import', read: staff, actions: { check: staff } },
	{ route: '/(staff)/staff/import/template', read: staff },
	{ route: '/(staff)/staff/import/[id]', read: staff, actions: { import: staff, read: staff } },
	{ route: '/(office)/office', read: ['programme'] },
	{ route: '/api/programme', read: 'everyone' },
	{ route: '/api/programme/dwellings', read: 'everyone' }
];
