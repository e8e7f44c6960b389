/** One key a person (or an import), wrapped by the master key: shredding it erases what it sealed. */
export type DataKeysTable = {
	id: string;
	wrapped_key: string | null;
	created_at: string;
	shredded_at: string | null;
};
