/** Categories that a dwelling can be set aside for, as they stand in `notice_dwellings.set_aside` and in a round. */
export const categories = ['wheelchair', 'reduced-mobility', 'indigent'] as const;
export type Category = (typeof categories)[number];
