/** The last number given of each series. */
export type CountersTable = {
	name: string;
	value: number;
};
