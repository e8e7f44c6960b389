/** For whom a person takes a copy of a document out of the portal; it is written over each sheet. */
export const copyPurposes = ['landlord', 'caf', 'school', 'employer', 'office', 'myself'] as const;
export type CopyPurpose = (typeof copyPurposes)[number];
