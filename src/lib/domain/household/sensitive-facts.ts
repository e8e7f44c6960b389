/**
 * A recognised disability of a member (`m1`): percentage of civil disability, serious handicap (L. 104/1992 art. 3(3)),
 * attendance allowance. Never a diagnosis.
 */
export type Disability = {
	readonly member: string;
	/** Whole per cent from 0 to 100; null when none was recognised. */
	readonly percent: number | null;
	readonly serious: boolean;
	readonly attendanceAllowance: boolean;
};

export const emergencyGrounds = [
	'eviction-carried-out',
	'home-unusable',
	'violence',
	'no-shelter',
	'leaving-care'
] as const;
/**
 * Why a household cannot wait. `home-unusable`: fire, collapse, an order to leave. `violence`: safe contact only.
 * `leaving-care`: discharged from a hospital or a community with nowhere to go.
 */
export type EmergencyGround = (typeof emergencyGrounds)[number];

/** What a household declares that is sealed with its needs. Absent: not asked, or not declared. */
export type SensitiveFacts = {
	readonly disabilities?: readonly Disability[];
	/** Steps, doors or a bathroom of the present home that a disabled member cannot use. */
	readonly homeHasBarriers?: boolean;
	readonly emergency?: readonly EmergencyGround[];
};
