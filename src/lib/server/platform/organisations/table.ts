export type OrganisationsTable = {
	id: string;
	kind: 'agency' | 'owner' | 'third_sector';
	name: string;
	created_at: string;
};
